import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from comments import receipts
from comments.models import Topic
from comments.notifications import links, mails
from comments.notifications.mails import Outstanding
from tests.comments.factories import make_comment
from tests.comments.notifications.people import make_moderator, make_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(post):
    key = "key-of-one-form"
    digest = receipts.digest(receipts.secret_for(key))
    return make_comment(
        post, "unutterable", author_name="Berenice", submission_key=key, receipt_digest=digest
    )


def news(subscription, *comments):
    return mails.news(subscription, comments, number=7)


def test_a_confirmation_has_one_link_that_confirms_and_headers_that_end_it(post):
    subscription = make_subscription(post, confirmed_at=None)
    mail = mails.confirmation(subscription, now=timezone.now())
    found = re.findall(r"https?://\S+", mail.text)
    assert found == [links.confirm_url(subscription)]
    assert mail.recipient == subscription.email
    assert mail.headers["List-Unsubscribe"].startswith("<http://")


@pytest.mark.parametrize("topic", [Topic.PAGE, Topic.REPLIES])
def test_what_is_new_is_linked_where_it_stands_now(post, comment, topic):
    about = comment if topic == Topic.REPLIES else None
    mail = news(make_subscription(post, topic, comment=about), comment)
    assert f"/comments/{comment.pk}/\n" in mail.text


def test_a_decision_is_told_by_the_receipt(post, comment):
    mail = news(make_subscription(post, Topic.DECISION, comment=comment), comment)
    assert f"/comments/receipt/{receipts.secret_of(comment)}/" in mail.text
    assert "decided" in mail.subject


def test_without_a_receipt_a_decision_is_told_by_the_comments_own_address(post):
    comment = make_comment(post)
    mail = news(make_subscription(post, Topic.DECISION, comment=comment), comment)
    assert f"/comments/{comment.pk}/\n" in mail.text


def test_the_number_of_comments_is_told(post, comment):
    other = make_comment(post)
    assert news(make_subscription(post), comment, other).subject.startswith("2 new comments")
    replies = make_subscription(post, Topic.REPLIES, comment=comment)
    assert news(replies, other, other, other).subject == "3 answers to your comment"
    assert news(replies, other).subject == "Somebody answered your comment"


def test_no_word_name_or_title_of_anybody_is_in_a_mail(post, comment):
    subscription = make_subscription(post)
    for mail in (
        news(subscription, comment),
        mails.confirmation(subscription, now=timezone.now()),
    ):
        everything = f"{mail.subject}{mail.text}{mail.headers}{mail.key}"
        for secret in ("unutterable", "Berenice", post.title, subscription.email):
            assert secret not in everything


def test_one_press_ends_it_by_the_way_that_rfc_8058_knows(post, comment):
    subscription = make_subscription(post)
    assert news(subscription, comment).headers == {
        "List-Unsubscribe": f"<{links.manage_url(subscription)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


@pytest.fixture
def spoken(monkeypatch):
    """Says the language of the moment instead of every sentence."""
    monkeypatch.setattr(mails, "_", lambda _text: f"[{translation.get_language()}]")
    monkeypatch.setattr(mails, "ngettext", lambda *_texts: f"[{translation.get_language()}]")


def test_mails_speak_the_language_of_the_subscription(post, comment, spoken):
    subscription = make_subscription(post, language="es")
    assert news(subscription, comment).subject == "[es]"
    assert mails.confirmation(subscription, now=timezone.now()).subject == "[es]"


@pytest.mark.parametrize(("chosen", "language"), [("es", "es"), ("", "en"), (None, "en")])
def test_mails_speak_the_language_that_a_moderator_chose(spoken, chosen, language):
    moderator = make_moderator()
    if chosen is not None:
        UserProfile.objects.create(user=moderator, preferred_language=chosen)
    mail = mails.waiting(moderator, count=1, oldest_at=timezone.now(), number=1)
    assert mail.subject == f"[{language}]"


def test_a_moderator_reads_how_many_wait_since_when_and_where(clock):
    moderator = make_moderator()
    oldest_at = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    mail = mails.waiting(moderator, count=12, oldest_at=oldest_at, number=1)
    assert mail.subject == "12 comments are waiting"
    assert "3\xa0hours" in mail.text
    assert "/admin/reader-comments/" in mail.text
    assert mail.headers["List-Unsubscribe"] == f"<{links.moderator_url(moderator)}>"


def digest(moderator, **changed):
    numbers = {"waiting": 0, "oldest_at": None, "reported": 0, "appeals": 0, "late_appeals": 0}
    return mails.digest(moderator, Outstanding(**(numbers | changed)), day=date(2026, 3, 4))


def test_the_daily_mail_counts_each_kind_of_work_and_leads_to_it(clock):
    moderator = make_moderator()
    oldest_at = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    mail = digest(moderator, waiting=12, oldest_at=oldest_at, reported=1, appeals=2, late_appeals=1)
    queue = links.absolute(reverse("reader_comments:queue"))
    assert mail.text.replace("\xa0", " ").splitlines()[:8] == [
        "12 comments are waiting.",
        "The oldest has waited for 3 hours.",
        queue,
        "1 comment is reported.",
        f"{queue}?status=reported",
        "2 appeals are waiting.",
        "1 of them is late.",
        links.absolute(reverse("reader_comments:appeals")),
    ]
    assert mail.headers["List-Unsubscribe"] == f"<{links.moderator_url(moderator)}>"
    assert links.moderator_url(moderator) in mail.text


@pytest.mark.parametrize(
    ("there_is", "line"),
    [
        ({"waiting": 1}, "1 comment is waiting."),
        ({"reported": 3}, "3 comments are reported."),
        ({"appeals": 1}, "1 appeal is waiting."),
    ],
)
def test_the_daily_mail_is_silent_about_what_is_not_there(there_is, line):
    text = digest(make_moderator(), **there_is).text
    assert text.startswith(line)
    assert text.count("http") == 2


def test_each_mail_has_a_key_of_its_own(post, comment, clock):
    subscription, moderator = make_subscription(post), make_moderator()
    now = timezone.now()
    keys = {
        mails.confirmation(subscription, now=now).key,
        mails.news(subscription, [comment], number=1).key,
        mails.news(subscription, [comment], number=2).key,
        mails.waiting(moderator, count=1, oldest_at=now, number=1).key,
        digest(moderator, waiting=1).key,
    }
    assert len(keys) == 5
