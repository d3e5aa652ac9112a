from datetime import timedelta

from comments import moderation
from comments.models import CommentVersion, VersionState
from comments.states import CommentStatus, Reason
from comments.views.account import account_of
from comments.views.wording import WHY_HELD, WHY_REMOVED
from tests.comments.factories import SAID_AT, make_comment, make_ruling


def test_what_waits_gives_one_of_four_reasons(post):
    comment = make_comment(post, status=CommentStatus.PENDING)
    comment.events.update(reason=Reason.LINKS)
    assert account_of(comment).why == WHY_HELD[Reason.LINKS]


def test_what_a_filter_binned_reads_as_held_by_checks(post):
    comment = make_comment(post, status=CommentStatus.SPAM)
    comment.events.update(reason=Reason.SPAM)
    account = account_of(comment)
    assert (account.status, account.why) == (CommentStatus.PENDING, WHY_HELD[Reason.CHECKS])


def test_a_removal_names_the_rule_and_the_time(post, moderator):
    comment = make_comment(post)
    event = moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    comment.refresh_from_db()
    account = account_of(comment)
    assert account.why == WHY_REMOVED[Reason.ABUSE]
    assert account.decided_at == event.created_at


def test_a_decision_that_was_undone_is_not_told(post, moderator):
    comment = make_comment(post)
    event = moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    moderation.undo(event.pk, moderator=moderator)
    comment.refresh_from_db()
    account = account_of(comment)
    assert (account.status, account.decided_at) == (CommentStatus.PUBLISHED, None)


def test_the_usual_wait_is_the_median_of_the_last_decisions(post, moderator):
    assert account_of(make_comment(post, status=CommentStatus.PENDING)).usual_wait is None
    for hours in (1, 2, 9):
        comment = make_comment(post, status=CommentStatus.PENDING)
        event = moderation.approve(comment.pk, make_ruling(comment, moderator))
        type(event).objects.filter(pk=event.pk).update(created_at=SAID_AT + timedelta(hours=hours))
    waiting = make_comment(post, status=CommentStatus.PENDING)
    assert account_of(waiting).usual_wait == timedelta(hours=2)


def test_a_withdrawal_is_told(post):
    comment = make_comment(post)
    moderation.withdraw(comment.pk, keeps_name=False)
    comment.refresh_from_db()
    assert account_of(comment).is_withdrawn


def test_beside_what_does_not_show_nothing_is_told_of_new_words(post, moderator):
    comment = make_comment(post)
    CommentVersion.objects.create(
        comment=comment, state=VersionState.WAITING, body="x", body_html="x", written_at=SAID_AT
    )
    assert account_of(comment).edit == VersionState.WAITING
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    comment.refresh_from_db()
    assert account_of(comment).edit is None


def test_who_took_it_back_is_told_no_rule(post, moderator):
    comment = make_comment(post)
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    moderation.withdraw(comment.pk, keeps_name=False)
    comment.refresh_from_db()
    assert account_of(comment).why == ""
