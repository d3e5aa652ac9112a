"""The mails in Spanish: every line that we wrote is in Spanish, and the links are the same."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from accounts.models import User
from comments.models import Topic
from comments.notifications import links, mails
from operations.outbox import Mail
from tests import pages
from tests.comments.appellant import make_appeal
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_moderator, make_subscription
from tests.comments.reader import OWN_ORIGIN
from tests.spanish import english_in

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "es")


def choose(moderator: User, language: str) -> User:
    """A moderator's choice in the settings of the account."""
    UserProfile.objects.update_or_create(user=moderator, defaults={"preferred_language": language})
    return User.objects.get(pk=moderator.pk)


def sent_in(language: str, newsroom: pages.Newsroom) -> Iterator[Mail]:
    """Every mail that there is."""
    now = timezone.now()
    comment = make_comment(pages.make_post(newsroom, f"Reunión {language}"))
    for topic in Topic.values:
        about = None if topic == Topic.PAGE else comment
        wish = make_subscription(comment.page, topic, comment=about, language=language)
        yield mails.confirmation(wish, now=now)
        for several in ([comment], [comment, comment]):
            yield mails.news(wish, several, number=1)
    yield mails.appeal_answered(wish, make_appeal(comment))
    moderator = choose(make_moderator(f"mo-{language}"), language)
    for count in (1, 2):
        yield mails.waiting(moderator, count=count, oldest_at=now, number=1)
        much = mails.Outstanding(
            waiting=count, oldest_at=now, reported=count, appeals=count, late_appeals=count
        )
        yield mails.digest(moderator, much, day=now.date())


def words_of(mail: Mail) -> set[str]:
    """Its subject and its lines, but for links and the line above a signature."""
    lines = {mail.subject, *mail.text.splitlines()}
    return {line for line in lines if re.search(r"\w", line) and not line.startswith("http")}


def test_no_line_of_a_mail_is_the_same_in_both_languages() -> None:
    newsroom = pages.make_newsroom()
    both = [list(sent_in(language, newsroom)) for language in LANGUAGES]
    for english, spanish in zip(*both, strict=True):
        assert len(words_of(english)) == len(words_of(spanish))
        assert words_of(english).isdisjoint(words_of(spanish))


def test_mails_name_in_spanish_what_was_asked_for() -> None:
    newsroom = pages.make_newsroom()
    subjects = [mail.subject for mail in sent_in("es", newsroom)]
    assert set(subjects) == {
        "Por favor, confirme su correo",
        "Alguien respondió a su comentario",
        "2 respuestas a su comentario",
        "Un comentario nuevo en una entrada que usted sigue",
        "2 comentarios nuevos en una entrada que usted sigue",
        "Ya se decidió sobre su comentario",
        "1 comentario en espera",
        "2 comentarios en espera",
        "Lo que está pendiente de moderar",
        "Se revisó otra vez su comentario",
    }


def test_moderator_ends_mail_in_the_language_of_the_mail() -> None:
    pages.make_newsroom()
    link = links.moderator_url(choose(make_moderator(), "es"))
    for answer in (Client().get(link), Client().post(link, headers=OWN_ORIGIN)):
        assert answer["Content-Language"] == "es"
        assert english_in(answer.content.decode()) == set()
