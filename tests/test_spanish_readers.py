"""Whoever comments, reports or follows in the Spanish edition is never spoken to in English."""

from collections.abc import Iterator
from datetime import timedelta
from unittest import mock

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from comments import moderation, own_comment, raids, receipts, reports
from comments.models import Comment, CommentSettings, Frequency, Report, ReportState, Topic
from comments.notifications import links
from comments.states import CommentStatus, Reason
from operations import limits
from tests import pages, sampling
from tests.comments.complainant import address_of, make_report, send_report
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.notifications.people import ADDRESS, make_subscription
from tests.comments.reader import OWN_ORIGIN, send
from tests.comments.threads.talk import make_talk
from tests.spanish import Visit, english_in, read, spanish_by_default

pytestmark = pytest.mark.django_db

SECRET = "s"
FOREIGN = {"Sec-Fetch-Site": "cross-site"}
BUSY = limits.Allowance(is_allowed=False, retry_after_seconds=90)
PERSONAL_DATA = """Mi número A es A 123 456 789 y mi recibo es MSC2190012345. SSN 536-22-1234,
    ITIN 912-70-1234, tarjeta 4111 1111 1111 1111, ana@example.com, tel. (213) 373-4253,
    nací el 5 de mayo de 1980, pasaporte G12345678, placa 8ABC123 de California,
    vivo en 1423 Elm Street, 34.0522, -118.2437, cuenta de banco 000123456789"""


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def post_to(address: str, headers: dict[str, str] | None = None, **fields: object) -> str:
    return text_of(Client().post(address, fields, headers=headers or OWN_ORIGIN))


def address(name: str) -> str:
    return reverse(f"comments:{name}", args=[SECRET])


def hold(newsroom: pages.Newsroom, body: str = "Sí", **fields: object) -> Comment:
    """A comment that waits, with the receipt SECRET."""
    post = pages.make_post(newsroom, f"Reunión {Comment.objects.count()}")
    digest = receipts.digest(SECRET)
    Comment.objects.filter(receipt_digest=digest).update(receipt_digest=None)
    fields = {"status": CommentStatus.PENDING, "created_at": timezone.now()} | fields
    return make_comment(post, body, receipt_digest=digest, **fields)


def publish(newsroom: pages.Newsroom) -> Comment:
    return hold(newsroom, status=CommentStatus.PUBLISHED)


def what_comes_before_sending(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    yield text_of(send(Client(), post, body="Sí", preview="1"))
    warned = text_of(send(Client(), post, body=PERSONAL_DATA))
    assert warned.count("<li>") > 8
    yield warned
    with override_settings(RECAPTCHA_PUBLIC_KEY="site", RECAPTCHA_PRIVATE_KEY="key"):
        yield read(reverse("comments:form", args=[post.pk]))


def what_is_handed_back(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    for fields in (
        {"body": "Sí", "notify": Topic.REPLIES, "email": ""},
        {"body": "Sí", "notify": Topic.REPLIES, "email": "ana@"},
        {"body": "Sí", "receipt": "x"},
    ):
        yield text_of(send(Client(), post, **fields))
    yield text_of(send(Client(), post, body="Sí" * 50_000))
    yield text_of(send(Client(), post, **{f"field{number}": "1" for number in range(40)}))
    with mock.patch.object(limits, "take", return_value=BUSY):
        refused = send(Client(), post)
    assert refused.status_code == 429
    yield text_of(refused)


def a_form_in_haste(newsroom: pages.Newsroom) -> Iterator[str]:
    """During a raid, and shortly before the comments close by themselves."""
    post = pages.make_post(newsroom, "Reunión", posted_at=timezone.now() - timedelta(days=9))
    rules = CommentSettings.for_site(newsroom.site)
    rules.close_after_days = 10
    rules.save()
    raids.start(post, hours=24, user=make_user())
    yield read(reverse("comments:form", args=[post.pk]))
    yield text_of(send(Client(), post, body="https://example.org/"))


def a_long_thread(newsroom: pages.Newsroom) -> Iterator[str]:
    post = pages.make_post(newsroom, "Reunión")
    talk = make_talk(post, [None] * 51 + [0] * 31, edited_at=timezone.now())
    for answers in ([None, 0, 0], [None]):
        make_talk(pages.make_post(newsroom, f"Acta {len(answers)}"), answers)
    make_comment(post, "Sí", staff_author=make_user(), author_name="Marisol")
    for query in ("", "?comments=2", f"?conversation={talk[0].pk}"):
        yield read(post.url + query)
    rules = CommentSettings.for_site(newsroom.site)
    rules.order = "newest"
    rules.save()
    yield read(post.url)


def receipts_with_a_story(newsroom: pages.Newsroom) -> Iterator[str]:
    moderator = make_user()
    for reason in (Reason.FIRST_COMMENT, Reason.LINKS, Reason.PERSONAL_DATA, Reason.CHECKS):
        hold(newsroom).events.update(reason=reason)
        yield read(address("receipt"))
    moderation.approve((held := hold(newsroom)).pk, ruling=make_ruling(held, moderator))
    yield read(address("receipt"))
    hold(newsroom)  # now it is known how long reading takes
    yield read(address("receipt"))
    for reason in ("off_topic", "abuse", "privacy", "advertising", "illegal"):
        ruling = make_ruling(shown := publish(newsroom), moderator, reason=reason)
        moderation.remove(shown.pk, ruling=ruling)
        yield read(address("receipt"))
    for state, settled_at in (("waiting", None), ("refused", timezone.now())):
        publish(newsroom).versions.create(
            state=state, body="No", body_html="", written_at=timezone.now(), settled_at=settled_at
        )
        yield read(address("receipt"))
    for make in (hold, publish):
        moderation.withdraw(make(newsroom).pk, keeps_name=False)
        yield read(address("receipt"))


def changing_and_taking_back(newsroom: pages.Newsroom) -> Iterator[str]:
    for make in (publish, hold):
        make(newsroom)
        yield read(address("receipt_edit"))
    for fields in ({"body": ""}, {"body": PERSONAL_DATA}):
        yield post_to(address("receipt_edit"), **fields)
    yield post_to(address("receipt_edit"), FOREIGN, body="No")
    with mock.patch.object(own_comment, "revise", side_effect=own_comment.EditRefused):
        yield post_to(address("receipt_edit"), body="No")
    yield read(address("receipt_withdraw"))
    yield post_to(address("receipt_withdraw"), FOREIGN)
    post_to(address("receipt_withdraw"))
    for name in ("receipt_withdraw", "receipt_edit"):
        yield read(address(name))


def reporting(newsroom: pages.Newsroom) -> Iterator[str]:
    comment = publish(newsroom)
    yield read(address_of(comment))
    for fields in ({"reason": ""}, {"words": "a" * 1001}, {"words": "a" * 100_000}):
        yield text_of(send_report(Client(), comment, **fields))
    yield text_of(send_report(Client(), comment, headers=FOREIGN))
    many = {f"field{number}": "1" for number in range(40)}
    yield text_of(send_report(Client(), comment, **many))
    with mock.patch.object(reports, "report", side_effect=reports.TooManyReports(90)):
        yield text_of(send_report(Client(), comment))


def receipts_of_reports(newsroom: pages.Newsroom) -> Iterator[str]:
    make_report(publish(newsroom), receipt_digest=receipts.digest(SECRET))
    for state in ReportState.values:
        settled_at = None if state == ReportState.OPEN else timezone.now()
        Report.objects.update(state=state, settled_at=settled_at)
        yield read(address("report_receipt"))


def asking_for_notices(newsroom: pages.Newsroom) -> Iterator[str]:
    follow = reverse("comments:follow", args=[publish(newsroom).page_id])
    for form in (follow, address("receipt_notices")):
        for query in ("", "?asked=1"):
            yield read(form + query)
        yield post_to(form, FOREIGN, email=ADDRESS)
        for email in ("", "ana@", "a" * 400 + "@example.org"):
            yield post_to(form, email=email, frequency=Frequency.AT_ONCE, topic=Topic.REPLIES)


def links_of_mails(newsroom: pages.Newsroom) -> Iterator[str]:
    comment, language = publish(newsroom), newsroom.home.locale.language_code
    spoken = {"comment": comment, "language": language}
    wish = make_subscription(comment.page, Topic.REPLIES, confirmed_at=None, **spoken)
    make_subscription(comment.page, Topic.DECISION, confirmed_at=None, **spoken)
    make_subscription(comment.page, confirmed_at=None, language=language)
    yield read(links.confirm_url(wish))
    manage = links.manage_path(wish)
    yield read(manage)
    post_to(links.confirm_url(wish))
    yield read(manage)
    yield post_to(links.confirm_url(wish), FOREIGN)
    yield post_to(manage, wanted="stop")


VISITS: list[Visit] = [
    what_comes_before_sending,
    what_is_handed_back,
    a_form_in_haste,
    a_long_thread,
    receipts_with_a_story,
    changing_and_taking_back,
    reporting,
    receipts_of_reports,
    asking_for_notices,
    links_of_mails,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_spanish_reader_meets_no_english(visit: Visit, newsroom: pages.Newsroom) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert '<html lang="es"' in document
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_to_an_english_reader_english_would_be_found(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(newsroom):
        assert english_in(document)


@pytest.mark.parametrize("name", ["permalink", "receipt", "report_receipt", "notice"])
def test_spanish_newsroom_says_in_spanish_that_nothing_is_there(
    name: str, newsroom: pages.Newsroom
) -> None:
    with spanish_by_default():
        answer = Client().get(reverse(f"comments:{name}", args=[7]))
    assert answer.status_code == 404
    assert english_in(text_of(answer)) == set()


def test_who_ends_mail_twice_is_told_in_the_language_of_the_newsroom(
    newsroom: pages.Newsroom,
) -> None:
    manage = links.manage_path(make_subscription(publish(newsroom).page, language="es"))
    with spanish_by_default():
        for _time in range(2):
            assert "No más correos" in post_to(manage, wanted="stop")
