import pytest

from comments import rulebook
from comments.models import BulkJob, BulkOutcome, Comment, ModerationEvent
from comments.moderation import JointDecision, carrying, jobs, many
from comments.moderation.many import Busy
from comments.states import Action, CommentStatus
from tests.comments.around.shifts import give_section
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_moderator
from tests.pages import make_post


@pytest.fixture
def moderator(newsroom):
    return make_moderator()


@pytest.fixture
def waiting(post, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 0)
    monkeypatch.setattr(carrying, "CHUNK", 2)
    return [make_comment(post, status=CommentStatus.PENDING) for _number in range(5)]


@pytest.fixture
def job(waiting, moderator):
    newest = ModerationEvent.objects.latest("pk").pk
    decision = JointDecision(action=Action.APPROVE, moderator=moderator)
    return jobs.start(Comment.objects.all(), decision, up_to=newest)


def published():
    return Comment.objects.published().count()


def test_a_chunk_at_a_time_until_the_job_ends(job):
    steps = []
    while carrying.carry_out_some(job.pk):
        steps.append(published())
    assert (steps, published()) == ([2, 4], 5)
    assert not carrying.carry_out_some(job.pk)


def test_a_run_ends_with_its_time_and_the_next_one_goes_on(job, monkeypatch):
    monkeypatch.setattr(carrying, "BUDGET_SECONDS", 0)
    carrying.carry_on()
    assert published() == 0
    monkeypatch.setattr(carrying, "BUDGET_SECONDS", 4)
    carrying.carry_on()
    assert published() == 5


def test_a_chunk_that_is_cut_short_leaves_no_trace_and_is_done_again(job, monkeypatch):
    """As when the worker is killed: what it wrote in that transaction was never there."""

    def be_killed(job, outcomes):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(carrying, "_write", be_killed)
        with pytest.raises(SystemExit):
            carrying.carry_out_some(job.pk)
    assert (published(), ModerationEvent.objects.filter(batch=job.pk).count()) == (0, 0)
    carrying.carry_on()
    assert (published(), ModerationEvent.objects.filter(batch=job.pk).count()) == (5, 5)


def test_who_finds_comments_locked_comes_back_later(job, monkeypatch):
    def decide(seen, decision):
        raise Busy

    with monkeypatch.context() as patch:
        patch.setattr(many, "decide", decide)
        assert not carrying.carry_out_some(job.pk)
        assert not carrying._carry_out_one(job.pk)
    carrying.carry_on()
    assert published() == 5


def test_one_that_breaks_keeps_no_other_waiting(job, waiting, monkeypatch, caplog):
    broken, decide = waiting[1].pk, many.decide

    def break_on_one(seen, decision):
        if broken in dict(seen):
            raise ZeroDivisionError
        return decide(seen, decision)

    monkeypatch.setattr(many, "decide", break_on_one)
    carrying.carry_on()
    assert published() == 4
    assert job.items.get(comment_id=broken).outcome == BulkOutcome.REFUSED
    assert BulkJob.objects.get().ended_at
    assert "one comment is left as it is" in caplog.text


def retire(version, user):
    rulebook.retire(version.rule, user=user)


def say_otherwise(version, user):
    rulebook.publish(version.rule, texts={"en": ("Another title", "Another text.")}, user=user)


@pytest.mark.parametrize("change", [retire, say_otherwise])
def test_nothing_more_is_removed_by_a_rule_that_says_so_no_longer(waiting, moderator, change):
    version = rulebook.find("privacy")
    decision = JointDecision(action=Action.REMOVE, moderator=moderator, rule_version=version)
    newest = ModerationEvent.objects.latest("pk").pk
    job = jobs.start(Comment.objects.all(), decision, up_to=newest)
    carrying.carry_out_some(job.pk)
    change(version, moderator)
    carrying.carry_on()
    job.refresh_from_db()
    assert Comment.objects.filter(status=CommentStatus.REMOVED).count() == 2
    assert (job.ended_at is not None, job.explanation) == (True, "")
    assert job.items.filter(outcome=BulkOutcome.REFUSED).count() == 3


@pytest.mark.parametrize("has_left", [True, False])
def test_the_job_of_who_may_not_moderate_any_more_is_called_off(job, moderator, has_left):
    carrying.carry_out_some(job.pk)
    if has_left:
        moderator.is_active = False
        moderator.save()
    else:
        moderator.user_permissions.clear()
    carrying.carry_on()
    job.refresh_from_db()
    assert (published(), job.ended_at is not None) == (2, True)
    assert not job.items.filter(outcome=BulkOutcome.WAITING).exists()


def test_what_is_not_of_the_moderators_section_any_more_is_left(job, waiting, moderator, newsroom):
    other = make_post(newsroom, "Another one")
    inside, deleted = waiting[3], waiting[0].pk
    Comment.objects.filter(pk=inside.pk).update(page=other)
    waiting[0].delete()
    give_section(moderator, other)
    carrying.carry_on()
    outcomes = dict(job.items.values_list("comment_id", "outcome"))
    assert outcomes.pop(inside.pk) == BulkOutcome.DONE
    assert outcomes.pop(deleted) == BulkOutcome.GONE
    assert set(outcomes.values()) == {BulkOutcome.REFUSED}
    assert published() == 1


def test_nothing_is_taken_back_beyond_the_section_either(post, moderator, newsroom):
    comment = make_comment(post, status=CommentStatus.PENDING)
    done = jobs.start(
        Comment.objects.all(),
        JointDecision(action=Action.TRASH, moderator=moderator),
        up_to=ModerationEvent.objects.latest("pk").pk,
    )
    give_section(moderator, make_post(newsroom, "Another one"))
    jobs.undo(done.pk, moderator=moderator)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.TRASHED
