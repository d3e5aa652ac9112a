from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from comments import moderation, reports
from comments.models import Comment, CommentSettings, DeskEvent, Report, ReportReason
from comments.reports import Complaint, NotReportable, TooManyReports
from comments.states import CommentStatus
from comments.submission import Sender
from operations import limits
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling, make_user

PLAIN = Complaint(reason=ReportReason.THREAT, words="Look.")


@pytest.fixture
def comment(post):
    return make_comment(post)


@pytest.fixture
def no_limits(monkeypatch):
    """The tests run in transactions, where the real counter refuses to count."""
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))


pytestmark = pytest.mark.usefixtures("no_limits")


def reader(key="k", **fields):
    return Sender(key=key, **({"is_known": True, "is_origin_proven": True} | fields))


def report(comment, reporter=None):
    return reports.report(comment, PLAIN, reporter=reporter or reader(), now=timezone.now())


def hold_after(newsroom, number):
    settings = CommentSettings.for_site(newsroom.site)
    settings.reports_that_hold = number
    settings.save()


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def test_a_report_is_stored_as_it_was_sent(comment, clock):
    report(comment)
    stored = Report.objects.get()
    assert (stored.comment, stored.reason, stored.words) == (comment, "threat", "Look.")
    assert (stored.state, stored.reporter_key, stored.is_proven) == ("open", "k", True)
    assert stored.created_at == timezone.now()


def test_its_receipt_is_found_by_a_secret_of_256_bits_that_is_not_stored(comment):
    secret = report(comment)
    stored = Report.objects.get()
    assert len(bytes.fromhex(secret)) == 32
    assert reports.find(secret) == stored
    assert reports.find(stored.receipt_digest) is None


def test_a_reader_counts_once_for_a_comment_and_gets_the_same_receipt(comment):
    assert report(comment) == report(comment)
    assert Report.objects.count() == 1


def test_another_reader_and_another_comment_have_other_receipts(comment, post):
    secrets = {report(comment), report(comment, reader("l")), report(make_comment(post))}
    assert len(secrets) == Report.objects.count() == 3


@pytest.mark.parametrize("stranger", [reader(""), reader(is_known=False)])
def test_readers_whom_nobody_can_tell_apart_lose_no_report_and_count_for_nothing(comment, stranger):
    assert report(comment, stranger) != report(comment, stranger)
    assert set(Report.objects.values_list("reporter_key", "is_proven")) == {(None, False)}


def test_a_report_from_who_knows_where_does_not_count(comment):
    report(comment, reader(is_origin_proven=False))
    assert not Report.objects.get().is_proven


def test_when_nobody_can_count_the_report_is_kept_and_does_not_count(comment, monkeypatch):
    def unavailable(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", unavailable)
    report(comment)
    assert not Report.objects.get().is_proven


def test_too_many_reports_store_nothing_and_say_when_to_come_back(comment, monkeypatch):
    refused = limits.Allowance(is_allowed=False, retry_after_seconds=90)
    monkeypatch.setattr(limits, "take", lambda *_limits: refused)
    with pytest.raises(TooManyReports) as too_many:
        report(comment)
    assert too_many.value.retry_after_seconds == 90
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("reporter", "times"), [(reader(), 10), (reader(is_known=False), 100), (reader(""), 100)]
)
def test_a_sender_and_a_page_have_limits_and_strangers_share_a_wider_one(
    comment, monkeypatch, reporter, times
):
    taken = []
    monkeypatch.setattr(limits, "take", lambda *wanted: taken.extend(wanted) or ALLOWED)
    report(comment, reporter)
    hour = timedelta(hours=1)
    assert [(limit.key, limit.times, limit.per) for limit in taken] == [
        (reporter.key, times, hour),
        (str(comment.page_id), 100, hour),
    ]


ALLOWED = limits.Allowance(is_allowed=True)


@pytest.mark.parametrize("status", [status for status in CommentStatus if status != "published"])
def test_what_is_not_public_any_more_cannot_be_reported(post, status):
    with pytest.raises(NotReportable):
        report(make_comment(post, status=status))
    assert not Report.objects.exists()


# What reports do by themselves


@pytest.mark.parametrize("number", [None, 0])
def test_reports_hide_nothing_by_themselves(comment, newsroom, number):
    hold_after(newsroom, number)
    for place in range(20):
        report(comment, reader(f"reader {place}"))
    assert status_of(comment) == CommentStatus.PUBLISHED


def test_as_many_readers_as_the_owner_says_bring_a_comment_back_into_the_queue(comment, newsroom):
    hold_after(newsroom, 3)
    for place in range(2):
        report(comment, reader(f"reader {place}"))
    assert status_of(comment) == CommentStatus.PUBLISHED
    report(comment, reader("third"))
    assert status_of(comment) == CommentStatus.PENDING
    assert comment.events.latest("pk").actor is None


def test_only_readers_that_can_be_told_apart_and_come_from_our_page_count(comment, newsroom):
    hold_after(newsroom, 2)
    report(comment)
    for other in (reader(), reader("l", is_origin_proven=False), reader(is_known=False)):
        report(comment, other)
    assert status_of(comment) == CommentStatus.PUBLISHED


def test_yesterdays_readers_cannot_be_told_from_todays_so_they_do_not_count(comment, newsroom):
    hold_after(newsroom, 2)
    make_report(comment, reporter_key=None)
    report(comment)
    assert status_of(comment) == CommentStatus.PUBLISHED


def by_the_staff(post, newsroom):
    return make_comment(post, staff_author=make_user("staff"))


def by_who_wrote_the_post(post, newsroom):
    return make_comment(post, is_post_author=True)


def kept_before(post, newsroom):
    comment, moderator = make_comment(post), make_user()
    seen = make_report(comment)
    moderation.keep(comment.pk, make_ruling(comment, moderator), seen_report_id=seen.pk)
    return comment


def held_and_approved_before(post, newsroom):
    comment, moderator = make_comment(post), make_user()
    report(comment, reader("first"))
    assert status_of(comment) == CommentStatus.PENDING
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    return comment


@pytest.mark.parametrize(
    "make", [by_the_staff, by_who_wrote_the_post, kept_before, held_and_approved_before]
)
def test_what_the_newsroom_said_or_let_stand_is_never_hidden_by_reports(post, newsroom, make):
    hold_after(newsroom, 1)
    comment = make(post, newsroom)
    for place in range(3):
        report(comment, reader(f"later {place}"))
    assert status_of(comment) == CommentStatus.PUBLISHED
    assert comment.reports.open().count() == 3


# The key of the day


def test_the_keys_of_days_that_are_over_are_forgotten(comment, clock):
    midnight = datetime(2026, 3, 4, tzinfo=ZoneInfo("America/New_York"))
    for moment in (midnight - timedelta(minutes=1), midnight):
        make_report(comment, created_at=moment)
    reports.forget_reporters()
    keys = list(Report.objects.order_by("created_at").values_list("reporter_key", flat=True))
    assert keys == [None, "reader 1"]


def test_a_reader_may_report_again_on_another_day(comment, clock):
    report(comment, reader("monday"))
    clock.shift(timedelta(days=1))
    reports.forget_reporters()
    report(comment, reader("tuesday"))
    assert Report.objects.count() == 2


def test_the_clock_forgets_them(settings):
    assert "comments.reports.forget_reporters" in [job for job, _every in settings.CLOCK_JOBS]


def test_many_reports_cost_as_many_queries_as_one(comment, newsroom, django_assert_max_num_queries):
    hold_after(newsroom, 1_000)
    report(comment, reader("first"))
    for place in range(30):
        make_report(comment, reporter_key=f"other {place}")
    connection.queries_log.clear()
    with django_assert_max_num_queries(12):
        report(comment, reader("second"))


def test_the_log_keeps_that_a_report_came_and_why_but_no_words_and_no_key(comment):
    report(comment)
    report(comment)  # the same reader's second one leads to the first
    logged = DeskEvent.objects.values_list("act", "actor_number", "subject", "data")
    assert list(logged) == [("report", None, comment.pk, {"reason": "threat", "is_proven": True})]
