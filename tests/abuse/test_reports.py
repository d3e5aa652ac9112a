"""What is done to reports: floods, foreign forms, other people's secrets (35, 43, 44)."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from comments import conf, pace
from comments.models import Comment, CommentSettings, ModerationEvent, Report
from comments.reports import Complaint, report
from comments.states import CommentStatus
from comments.submission import Sender
from operations import limits
from tests.comments.complainant import address_of, make_report, send_report
from tests.comments.factories import make_comment, make_user
from tests.comments.reader import OWN_ORIGIN
from tests.pages import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(post):
    return make_comment(post)


@pytest.fixture
def counted(monkeypatch):
    """A counter like the real one, which refuses to count in the transaction of a test."""
    taken = {}

    def take(*wanted):
        for limit in wanted:
            taken[limit.name] = taken.get(limit.name, 0) + 1
        is_allowed = all(taken[limit.name] <= limit.times for limit in wanted)
        return limits.Allowance(is_allowed=is_allowed, retry_after_seconds=60 * (not is_allowed))

    monkeypatch.setattr(limits, "take", take)


@pytest.fixture
def uncounted(monkeypatch):
    """As if no limit were there: what holds then holds by itself."""
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))


def hold_after(newsroom, number):
    settings = CommentSettings.for_site(newsroom.site)
    settings.reports_that_hold = number
    settings.save()


# 43: a flood of reports


def test_a_thousand_reports_from_one_network_count_once(rf, comment, newsroom, uncounted):
    hold_after(newsroom, 2)
    receipts = set()
    for number in range(1_000):
        request = rf.post("/", REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
        reporter = Sender(
            key=pace.sender_key(request), is_known=pace.is_known(request), is_origin_proven=True
        )
        receipts.add(
            report(comment, Complaint(reason="spam"), reporter=reporter, now=timezone.now())
        )
    assert len(receipts) == Report.objects.count() == 1
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_the_network_next_door_counts_for_itself(client, comment, newsroom, uncounted):
    hold_after(newsroom, 2)
    for network in (1, 2):
        send_report(client, comment, address=f"2001:db8:1:{network}::1")
    assert Comment.objects.get().status == CommentStatus.PENDING


def test_a_flood_over_many_comments_is_stopped_and_keeps_its_words(client, post, counted):
    answers = [
        send_report(client, make_comment(post), words="still here") for _comment in range(12)
    ]
    assert [answer.status_code for answer in answers] == [303] * 10 + [429] * 2
    assert answers[-1]["Retry-After"] == "60"
    assert "still here" in answers[-1].content.decode()


def test_one_flood_from_everywhere_is_stopped_at_the_page(client, comment, counted):
    statuses = [
        send_report(client, comment, address=f"198.51.{number // 250}.{number % 250}").status_code
        for number in range(101)
    ]
    assert statuses == [303] * 100 + [429]


def test_no_flood_hides_a_comment_unless_the_owner_wants_it(client, comment, uncounted):
    for number in range(50):
        send_report(client, comment, address=f"198.51.100.{number}")
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_a_header_that_anybody_can_write_makes_no_other_reader(client, comment, uncounted):
    for number in range(5):
        forged = OWN_ORIGIN | {"X-Forwarded-For": f"198.51.100.{number}"}
        send_report(client, comment, headers=forged)
    assert Report.objects.count() == 1


# 1-4: where it comes from


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_cross_site_report_is_refused_and_stores_nothing(client, comment, uncounted, headers):
    assert send_report(client, comment, headers=headers).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}])
def test_an_unproven_origin_is_read_but_hides_nothing(
    client, comment, newsroom, uncounted, headers
):
    hold_after(newsroom, 1)
    assert send_report(client, comment, headers=headers).status_code == 303
    assert Report.objects.exists()
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_a_moderators_cookie_gives_a_report_no_power(client, comment, newsroom, uncounted):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    client.force_login(user)
    hold_after(newsroom, 1)
    send_report(client, comment)
    assert ModerationEvent.objects.latest("pk").actor is None


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_only_reading_and_sending_are_answered(client, comment, method):
    receipt = reverse("comments:report_receipt", args=["s"])
    for address in (address_of(comment), receipt):
        assert client.generic(method, address).status_code == 405
    assert client.post(receipt).status_code == 405


# 12-13: sizes and shapes


def test_a_request_over_the_cap_is_refused_before_it_is_read(client, comment, uncounted):
    assert send_report(client, comment, words="x" * 70_000).status_code == 413


def test_too_many_fields_are_refused(client, comment, uncounted):
    extra = {f"f{number}": "1" for number in range(conf.MAX_REQUEST_FIELDS)}
    assert send_report(client, comment, **extra).status_code == 400


def test_fields_that_are_the_servers_are_ignored(client, comment, uncounted):
    stolen = {"state": "upheld", "is_proven": "", "reporter_key": "x", "receipt_digest": "x"}
    send_report(client, comment, comment=5, created_at="2001-01-01", **stolen)
    stored = Report.objects.get()
    assert (stored.comment, stored.state, stored.is_proven) == (comment, "open", True)
    assert "x" not in (stored.reporter_key, stored.receipt_digest)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"reason": "\\ud800"}'),
        ("application/x-www-form-urlencoded", b"reason=%ff&words=%ed%a0%80"),
        ("multipart/form-data", b"no boundary"),
    ],
)
def test_a_request_of_another_shape_is_no_server_error(client, comment, content_type, body):
    answer = client.generic("POST", address_of(comment), body, content_type=content_type)
    assert answer.status_code in (400, 422)
    assert not Report.objects.exists()


# 35, 44: secrets of others, and what a stranger can find out


def test_a_receipt_shows_its_own_report_only(client, newsroom, post, uncounted):
    mine, theirs = make_comment(post), make_comment(make_post(newsroom, "Another"))
    urls = [send_report(client, one).url for one in (mine, theirs)]
    Report.objects.filter(comment=theirs).update(state="upheld", settled_at="2026-01-01T00:00Z")
    pages = [client.get(url).content.decode() for url in urls]
    assert "Waiting." in pages[0]
    assert "taken down" in pages[1]
    assert theirs.page.title not in pages[0]


def test_neither_number_nor_digest_opens_a_receipt(client, comment, uncounted):
    send_report(client, comment)
    stored = Report.objects.get()
    for guess in (stored.pk, comment.pk, stored.receipt_digest, stored.reporter_key):
        address = reverse("comments:report_receipt", args=[guess])
        assert client.get(address).status_code == 404


def test_the_secret_of_a_comment_opens_no_report_and_the_other_way_round(
    client, comment, uncounted
):
    secret = send_report(client, comment).url.split("/")[-2]
    assert client.get(reverse("comments:receipt", args=[secret])).status_code == 404


def test_a_reader_is_not_told_whether_others_reported(client, comment, post, uncounted):
    first = client.get(send_report(client, comment, address="192.0.2.1").url)
    forms = [client.get(address_of(comment)).content]
    for number in range(5):
        make_report(comment, reporter_key=f"somebody {number}")
    forms.append(client.get(address_of(comment)).content)
    later = client.get(send_report(client, comment, address="192.0.2.2").url)
    again = client.get(send_report(client, comment, address="192.0.2.1").url)
    assert len({without_secrets(page.content) for page in (first, later, again)}) == 1
    assert len(set(forms)) == 1


def without_secrets(html):
    return re.sub(rb"[0-9a-f]{64}", b"", html)


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_public_answers_as_what_is_not_there(client, newsroom, post, uncounted, method):
    hidden = [
        make_comment(post, status=status) for status in CommentStatus if status != "published"
    ]
    private = make_post(newsroom, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="p")
    hidden += [make_comment(private), make_comment(make_post(newsroom, "Draft", live=False))]
    answers = {answer_without_number(client, method, comment.pk) for comment in hidden}
    answers.add(answer_without_number(client, method, 987654321))
    assert len(answers) == 1
    assert {status for status, _html in answers} == {404}
    assert not Report.objects.exists()


def answer_without_number(client, method, number):
    answer = getattr(client, method)(reverse("comments:report", args=[number]), {"reason": "spam"})
    return answer.status_code, answer.content.replace(b"/%d/" % number, b"")


def test_an_absurd_number_is_not_found(client, newsroom):
    assert client.get(f"/comments/{10**30}/report/").status_code == 404


# What is left of an address


def test_no_address_is_kept(client, comment, uncounted, caplog):
    send_report(client, comment, address="198.51.100.77")
    stored = Report.objects.values().get()
    assert "198.51.100.77" not in str(stored)
    assert "198.51.100.77" not in caplog.text


def test_when_nothing_can_count_no_report_is_lost_and_none_counts(
    client, comment, newsroom, monkeypatch
):
    def unavailable(*_limits):
        raise limits.LimiterUnavailable

    hold_after(newsroom, 1)
    monkeypatch.setattr(limits, "take", unavailable)
    assert send_report(client, comment).status_code == 303
    assert Report.objects.get().is_proven is False
    assert Comment.objects.get().status == CommentStatus.PUBLISHED
