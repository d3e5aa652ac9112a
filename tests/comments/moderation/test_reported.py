import pytest

from comments import moderation
from comments.models import Comment, Thread
from comments.states import Action, CommentStatus, Reason
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling


@pytest.fixture
def report(post):
    return make_report(make_comment(post))


def keep(report, moderator, **fields):
    ruling = make_ruling(report.comment, moderator, **fields)
    return moderation.keep(report.comment_id, ruling, seen_report_id=report.pk)


def status_of(report):
    return Comment.objects.get(pk=report.comment_id).status


def test_a_kept_comment_stays_published_and_the_log_says_who_kept_it(report, moderator):
    event = keep(report, moderator)
    assert (event.action, event.actor) == (Action.KEEP, moderator)
    assert (event.from_status, event.to_status) == ("published", "published")
    assert status_of(report) == CommentStatus.PUBLISHED


def test_what_happened_since_the_moderator_looked_is_not_overruled(report, moderator):
    seen = make_ruling(report.comment, moderator)
    moderation.hold(report.comment_id, seen)
    with pytest.raises(moderation.StaleDecision):
        moderation.keep(report.comment_id, seen, seen_report_id=report.pk)


def test_a_report_that_the_moderator_has_not_seen_is_not_dismissed(report, moderator):
    unseen = make_report(report.comment)
    with pytest.raises(moderation.ReportedSince):
        keep(report, moderator)
    unseen.refresh_from_db()
    assert unseen.state == "open"


def test_what_nobody_reported_cannot_be_kept(post, moderator):
    comment = make_comment(post)
    with pytest.raises(moderation.TransitionNotAllowed):
        moderation.keep(comment.pk, make_ruling(comment, moderator), seen_report_id=0)


def test_what_is_not_public_cannot_be_kept(report, moderator):
    moderation.hold(report.comment_id, make_ruling(report.comment, moderator))
    with pytest.raises(moderation.TransitionNotAllowed):
        keep(report, moderator)


def test_keeping_can_be_undone(report, moderator):
    event = keep(report, moderator)
    undone = moderation.undo(event.pk, moderator=moderator)
    assert (undone.undoes, status_of(report)) == (event, CommentStatus.PUBLISHED)


def test_reports_hold_a_comment_in_nobodys_name(report):
    event = moderation.hold_reported(report.comment_id)
    assert (event.action, event.actor, event.reason) == (Action.HOLD, None, Reason.CHECKS)
    assert status_of(report) == CommentStatus.PENDING
    assert Thread.objects.get(page=report.comment.page).version == 1


def test_reports_hold_nothing_that_is_not_public(post):
    comment = make_comment(post, status=CommentStatus.SPAM)
    with pytest.raises(moderation.TransitionNotAllowed):
        moderation.hold_reported(comment.pk)
