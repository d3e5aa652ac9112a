from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import (
    BulkItem,
    BulkJob,
    BulkOutcome,
    Comment,
    Explanation,
    ModerationEvent,
    Notice,
    ReportReason,
    RuleVersion,
    Topic,
)
from comments.moderation import JointDecision, ReasonMissing, Seen, jobs
from comments.states import Action, CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.staff import make_moderator
from tests.comments.notifications.people import make_subscription

PENDING, PUBLISHED, SPAM = CommentStatus.PENDING, CommentStatus.PUBLISHED, CommentStatus.SPAM
ADVERTISEMENT = {"sign": "new_host", "detail": "casino.example"}


@pytest.fixture
def moderator(newsroom):
    return make_moderator()


@pytest.fixture
def waiting(post):
    return [make_comment(post, status=PENDING, author_name=name) for name in ("Ana", "Bea", "Cid")]


def seen(comments):
    return [Seen(comment.pk, comment.events.latest("pk").pk) for comment in comments]


def statuses(comments):
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


def newest():
    return ModerationEvent.objects.latest("pk").pk


def start(moderator, action=Action.APPROVE, **fields):
    """Decide on all that wait, as they are."""
    decision = JointDecision(action=action, moderator=moderator, **fields)
    return jobs.start(Comment.objects.waiting(), decision, up_to=newest())


def outcomes(job):
    return dict(job.items.values_list("comment_id", "outcome"))


@pytest.mark.parametrize(
    ("action", "status"),
    [(Action.APPROVE, PUBLISHED), (Action.MARK_SPAM, SPAM), (Action.TRASH, "trashed")],
)
def test_each_comment_has_an_event_of_its_own_under_one_number(waiting, moderator, action, status):
    job = start(moderator, action)
    assert statuses(waiting) == [status] * 3
    events = ModerationEvent.objects.filter(batch=job.pk, action=action, actor=moderator)
    assert (events.count(), set(outcomes(job).values())) == (3, {BulkOutcome.DONE})
    assert job.ended_at is not None


def test_what_fits_no_filter_is_not_in_it(waiting, post, moderator):
    other = make_comment(post, status=SPAM)
    assert other.pk not in outcomes(start(moderator, Action.TRASH))
    assert statuses([other]) == [SPAM]


def test_what_came_or_changed_since_the_moderator_looked_is_not_in_it(waiting, post, moderator):
    looked = newest()
    late = make_comment(post, status=PENDING)
    moderation.approve(waiting[0].pk, make_ruling(waiting[0], moderator))
    moderation.hold(waiting[0].pk, make_ruling(waiting[0], moderator))
    decision = JointDecision(action=Action.MARK_SPAM, moderator=moderator)
    job = jobs.start(Comment.objects.waiting(), decision, up_to=looked)
    assert set(outcomes(job)) == {waiting[1].pk, waiting[2].pk}
    assert statuses([*waiting, late]) == [PENDING, SPAM, SPAM, PENDING]


def test_more_than_a_browser_waits_for_are_left_to_the_worker(waiting, moderator, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 2)
    job = start(moderator)
    assert (job.ended_at, statuses(waiting)) == (None, [PENDING] * 3)
    jobs.carry_on()
    job.refresh_from_db()
    assert statuses(waiting) == [PUBLISHED] * 3
    assert job.ended_at is not None


def test_what_happened_before_the_worker_came_is_left(waiting, moderator, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 2)
    job = start(moderator)
    moderation.trash(waiting[1].pk, make_ruling(waiting[1], moderator))
    jobs.carry_on()
    assert statuses(waiting) == [PUBLISHED, "trashed", PUBLISHED]
    assert outcomes(job)[waiting[1].pk] == BulkOutcome.STALE


@pytest.mark.parametrize("sign", ["personal_data", "links"])
def test_what_nobody_has_read_is_not_published_with_the_others(waiting, moderator, sign):
    evidence = [{"sign": sign, "detail": "x"}]
    Comment.objects.filter(pk=waiting[0].pk).update(evidence=evidence)
    job = start(moderator)
    assert statuses(waiting) == [PENDING, PUBLISHED, PUBLISHED]
    assert outcomes(job)[waiting[0].pk] == BulkOutcome.TO_BE_READ


def test_what_readers_reported_is_not_published_with_the_others(waiting, post, moderator):
    reported = make_report(make_comment(post), ReportReason.THREAT).comment
    moderation.hold(reported.pk, make_ruling(reported, moderator))
    job = start(moderator)
    assert statuses([reported, *waiting]) == [PENDING] + [PUBLISHED] * 3
    assert outcomes(job)[reported.pk] == BulkOutcome.TO_BE_READ


def test_what_was_removed_does_not_show_again_unread_with_the_others(post, moderator):
    private = [{"sign": "personal_data", "detail": "phone"}]
    comments = [make_comment(post, evidence=found) for found in (private, [])]
    comments.append(make_comment(post, status=PENDING, evidence=private))
    for comment in comments:
        moderation.trash(comment.pk, make_ruling(comment, moderator))
    decision = JointDecision(action=Action.RESTORE, moderator=moderator)
    job = jobs.start(Comment.objects.all(), decision, up_to=newest())
    assert statuses(comments) == ["trashed", PUBLISHED, PENDING]
    assert outcomes(job)[comments[0].pk] == BulkOutcome.TO_BE_READ


def test_it_is_spam_with_the_others(waiting, moderator):
    Comment.objects.update(evidence=[{"sign": "personal_data", "detail": "phone"}])
    start(moderator, Action.MARK_SPAM)
    assert statuses(waiting) == [SPAM] * 3


def approve_alike(comments, moderator):
    return jobs.start_seen(
        seen(comments), JointDecision(action=Action.APPROVE, moderator=moderator)
    )


def test_what_the_one_that_was_read_does_not_have_is_not_published_with_it(waiting, moderator):
    Comment.objects.filter(pk=waiting[1].pk).update(evidence=[ADVERTISEMENT])
    approve_alike(waiting, moderator)
    assert statuses(waiting) == [PUBLISHED, PENDING, PUBLISHED]


def test_what_the_one_that_was_read_has_as_well_is_published_with_it(waiting, moderator):
    Comment.objects.update(evidence=[ADVERTISEMENT])
    approve_alike(waiting, moderator)
    assert statuses(waiting) == [PUBLISHED] * 3


def test_what_was_deleted_meanwhile_is_told(waiting, moderator):
    looked = seen(waiting)
    waiting[2].delete()
    decision = JointDecision(action=Action.MARK_SPAM, moderator=moderator)
    job = jobs.start_seen(looked, decision)
    assert outcomes(job)[looked[2].comment_id] == BulkOutcome.GONE
    assert statuses(waiting[:2]) == [SPAM] * 2


def test_nothing_leaves_nothing_to_do(moderator, post):
    job = jobs.start_seen([], JointDecision(action=Action.APPROVE, moderator=moderator))
    assert (job.ended_at is None, job.items.count()) == (False, 0)


def test_a_removal_without_a_rule_begins_nothing(waiting, moderator):
    with pytest.raises(ReasonMissing):
        start(moderator, Action.REMOVE)
    assert not BulkJob.objects.exists()


def test_all_is_taken_back_as_one(waiting, moderator):
    job = start(moderator, Action.MARK_SPAM)
    back = jobs.undo(job.pk, moderator=moderator)
    assert statuses(waiting) == [PENDING] * 3
    undone = ModerationEvent.objects.filter(action=Action.UNDO, batch=back.pk)
    assert {event.undoes.batch for event in undone} == {job.pk}
    assert (undone.count(), back.undoes) == (3, job)


def test_readers_are_told_of_many_only_after_the_time_to_undo(waiting, post, moderator):
    make_subscription(post, Topic.DECISION, comment=waiting[0])
    job = start(moderator)
    due = Notice.objects.get().due_at
    assert due - timezone.now() > timedelta(minutes=29)
    jobs.undo(job.pk, moderator=moderator)
    assert not Notice.objects.exists()


def test_what_something_has_happened_to_since_is_not_taken_back(waiting, moderator):
    job = start(moderator)
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], moderator))
    back = jobs.undo(job.pk, moderator=moderator)
    assert statuses(waiting) == ["trashed", PENDING, PENDING]
    assert outcomes(back)[waiting[0].pk] == BulkOutcome.STALE


def test_what_was_taken_back_is_not_taken_back_again(waiting, moderator):
    job = start(moderator)
    back = jobs.undo(job.pk, moderator=moderator)
    for batch in (job.pk, back.pk, uuid4()):
        assert jobs.undo(batch, moderator=moderator).items.count() == 0
    assert statuses(waiting) == [PENDING] * 3


def test_an_undo_calls_off_what_was_not_carried_out(waiting, moderator, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 0)
    monkeypatch.setattr("comments.moderation.carrying.CHUNK", 2)
    job = start(moderator)
    assert jobs.carrying.carry_out_some(job.pk)
    back = jobs.undo(job.pk, moderator=moderator)
    jobs.carry_on()
    assert statuses(waiting) == [PENDING] * 3
    assert (job.items.count(), back.items.count()) == (2, 2)


def test_jobs_are_forgotten_after_a_week_and_the_log_stays(waiting, moderator):
    job = start(moderator)
    jobs.forget_old()
    assert BulkJob.objects.exists()
    BulkJob.objects.update(ended_at=timezone.now() - timedelta(days=7, seconds=1))
    jobs.forget_old()
    assert (BulkJob.objects.count(), BulkItem.objects.count()) == (0, 0)
    assert ModerationEvent.objects.filter(batch=job.pk).count() == 3


def test_a_job_that_has_ended_holds_no_words(waiting, moderator):
    rule = RuleVersion.objects.first()
    job = start(moderator, Action.REMOVE, rule_version=rule, explanation="You named somebody.")
    assert job.explanation == ""
    told = Explanation.objects.values_list("words", flat=True)
    assert list(told) == ["You named somebody."] * 3
