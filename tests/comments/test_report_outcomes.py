from datetime import timedelta

import pytest

from comments import moderation, report_outcomes
from comments.models import ReportState
from comments.states import Action, CommentStatus, Reason
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling


@pytest.fixture
def report(post):
    return make_report(make_comment(post))


def decide(report, moderator, action):
    """One decision of a moderator on the report's comment."""
    reason = Reason.ABUSE if action == Action.REMOVE else Reason.NONE
    ruling = make_ruling(report.comment, moderator, reason=reason)
    if action == Action.KEEP:
        return moderation.keep(report.comment_id, ruling, seen_report_id=report.pk)
    return moderation.ACTS[action](report.comment_id, ruling)


def undo(report, moderator):
    moderation.undo(report.comment.events.latest("pk").pk, moderator=moderator)


def state_of(report):
    report.refresh_from_db()
    return report.state


@pytest.mark.parametrize("action", [Action.REMOVE, Action.MARK_SPAM, Action.TRASH])
def test_what_is_taken_down_upholds_its_reports(report, moderator, action):
    event = decide(report, moderator, action)
    assert state_of(report) == ReportState.UPHELD
    assert report.settled_at == event.created_at


def test_what_is_kept_dismisses_its_reports(report, moderator):
    event = decide(report, moderator, Action.KEEP)
    assert state_of(report) == ReportState.DISMISSED
    assert report.settled_at == event.created_at


def test_what_is_approved_after_it_was_held_dismisses_its_reports(report, moderator):
    decide(report, moderator, Action.HOLD)
    assert state_of(report) == ReportState.OPEN
    decide(report, moderator, Action.APPROVE)
    assert state_of(report) == ReportState.DISMISSED


def test_what_its_author_takes_back_is_taken_down(report):
    moderation.withdraw(report.comment_id, keeps_name=False)
    assert state_of(report) == ReportState.UPHELD


@pytest.mark.parametrize("action", [Action.REMOVE, Action.TRASH, Action.KEEP])
def test_an_undo_opens_the_reports_again(report, moderator, action):
    decide(report, moderator, action)
    undo(report, moderator)
    assert (state_of(report), report.settled_at) == (ReportState.OPEN, None)


def test_the_same_decision_after_an_undo_settles_them_again(report, moderator):
    decide(report, moderator, Action.REMOVE)
    undo(report, moderator)
    decide(report, moderator, Action.REMOVE)
    assert state_of(report) == ReportState.UPHELD


def test_an_undo_gives_back_the_outcome_before(report, moderator):
    kept = decide(report, moderator, Action.KEEP)
    decide(report, moderator, Action.REMOVE)
    assert state_of(report) == ReportState.UPHELD
    undo(report, moderator)
    assert (state_of(report), report.settled_at) == (ReportState.DISMISSED, kept.created_at)


def test_a_comment_that_comes_back_is_no_longer_called_taken_down(report, moderator):
    decide(report, moderator, Action.REMOVE)
    decide(report, moderator, Action.RESTORE)
    assert state_of(report) == ReportState.DISMISSED


def test_what_was_decided_before_the_report_is_no_answer_to_it(clock, report, moderator):
    kept = decide(report, moderator, Action.KEEP)
    later = make_report(report.comment, created_at=kept.created_at + timedelta(hours=1))
    clock.move_to(kept.created_at + timedelta(hours=2))
    decide(later, moderator, Action.TRASH)
    undo(later, moderator)
    assert (state_of(report), state_of(later)) == (ReportState.DISMISSED, ReportState.OPEN)


def test_reports_of_another_comment_are_left_alone(report, post, moderator):
    other = make_report(make_comment(post))
    decide(report, moderator, Action.TRASH)
    assert state_of(other) == ReportState.OPEN


def test_a_decision_on_what_nobody_reported_asks_once(
    post, moderator, django_assert_max_num_queries
):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = moderation.approve(comment.pk, make_ruling(comment, moderator))
    with django_assert_max_num_queries(1):
        report_outcomes.follow([event])
