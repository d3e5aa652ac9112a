from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as configured
from django.utils import timezone

from comments.models import Frequency
from comments.notifications import send_digests
from comments.notifications.morning import outstanding_for
from comments.states import CommentStatus
from tests.comments.appellant import make_appeal
from tests.comments.around.shifts import give_section
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.notifications.people import choose, make_moderator, posted
from tests.pages import make_post

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
EARLY = datetime(2026, 3, 4, 11, 59, tzinfo=UTC)  # 6:59 in New York
SEVEN = EARLY + timedelta(minutes=1)


@pytest.fixture
def moderator(clock):
    clock.move_to(SEVEN)
    moderator = make_moderator()
    choose(moderator, Frequency.DAILY)
    return moderator


def wait(page, **fields):
    return make_comment(page, status=CommentStatus.PENDING, **fields)


def test_what_waits_is_told_in_the_morning(post, moderator, clock):
    wait(post)
    clock.move_to(EARLY)
    send_digests()
    assert posted() == []
    clock.move_to(SEVEN)
    send_digests()
    [mail] = posted()
    assert (mail.recipient, mail.subject) == (moderator.email, "What waits for moderators")


def test_it_is_told_once_a_day_however_often_the_job_runs(post, moderator, clock):
    wait(post)
    for _hour in range(49):
        send_digests()
        clock.shift(HOUR)
    assert len(posted()) == 3


def test_where_nothing_waits_nobody_is_told(post, moderator):
    make_comment(post)
    send_digests()
    assert posted() == []


@pytest.mark.parametrize("make", [wait, lambda page: make_report(make_comment(page))])
def test_comments_and_reports_are_reasons_to_tell(post, moderator, make):
    make(post)
    send_digests()
    assert len(posted()) == 1


def test_an_appeal_is_a_reason_to_tell(post, moderator):
    make_appeal(make_comment(post, status=CommentStatus.TRASHED))
    send_digests()
    assert len(posted()) == 1


@pytest.mark.parametrize("frequency", [Frequency.AT_ONCE, Frequency.NEVER, None])
def test_only_who_wants_it_once_a_day_hears_in_the_morning(post, clock, frequency):
    clock.move_to(SEVEN)
    if frequency:
        choose(make_moderator(), frequency)
    else:
        make_moderator()
    wait(post)
    send_digests()
    assert posted() == []


def no_more_right(moderator):
    moderator.user_permissions.clear()


def no_more_address(moderator):
    moderator.email = ""
    moderator.save()


def no_more_account(moderator):
    moderator.is_active = False
    moderator.save()


@pytest.mark.parametrize("change", [no_more_right, no_more_address, no_more_account])
def test_who_is_not_to_be_told_any_more_is_not(post, moderator, change):
    wait(post)
    change(moderator)
    send_digests()
    assert posted() == []


def test_without_a_mail_server_nothing_is_promised(post, moderator, settings):
    settings.HAS_MAIL = False
    wait(post)
    send_digests()
    assert posted() == []


def test_no_word_name_or_title_of_anybody_is_in_it(post, moderator):
    comment = wait(post, body="unutterable", author_name="Berenice")
    make_report(comment, words="unspeakable")
    make_appeal(make_comment(post, status=CommentStatus.TRASHED), "inexpressible")
    send_digests()
    [mail] = posted()
    everything = f"{mail.subject}{mail.text}{mail.headers}{mail.key}"
    for secret in ("unutterable", "Berenice", "unspeakable", "inexpressible", post.title):
        assert secret not in everything


def test_it_counts_what_is_late_and_since_when_the_oldest_waits(post, moderator):
    now = timezone.now()
    for hours in (1, 3):
        wait(post, created_at=now - hours * HOUR)
    comment = make_comment(post)
    make_report(comment)
    make_report(comment)
    for hours in (-1, 1):
        appealed = make_comment(post, status=CommentStatus.TRASHED)
        make_appeal(appealed, due_at=now + hours * HOUR)
    found = outstanding_for(moderator, now=now)
    assert (found.waiting, found.oldest_at, found.reported) == (2, now - 3 * HOUR, 1)
    assert (found.appeals, found.late_appeals) == (2, 1)


def test_a_moderator_of_a_section_hears_of_its_comments_alone(newsroom, post, moderator):
    give_section(moderator, make_post(newsroom, "Another one"))
    wait(post)
    make_report(make_comment(post))
    make_appeal(make_comment(post, status=CommentStatus.TRASHED))
    assert not outstanding_for(moderator, now=timezone.now())


def test_it_is_a_job_of_the_clock():
    assert "comments.notifications.send_digests" in [job for job, _every in configured.CLOCK_JOBS]
