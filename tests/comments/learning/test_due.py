import pytest

from comments import effects, moderation
from comments.learning import due, labels
from comments.learning.labels import pack
from comments.models import LabelDue, SpamLabel
from comments.moderation import JointDecision, Seen
from comments.own_comment import revise
from comments.spam.features import featurise
from comments.spam.reading import read
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_submission
from tests.comments.learning.deciding import decide
from tests.comments.reader import publish_what_is_clean


@pytest.fixture
def decided(post, moderator):
    """Comments that were marked as spam together."""
    comments = [make_comment(post, status=CommentStatus.PENDING) for _number in range(3)]
    seen = [Seen(comment.pk, comment.events.get().pk) for comment in comments]
    moderation.decide(seen, JointDecision(action=Action.MARK_SPAM, moderator=moderator))
    return comments


def learned():
    return set(SpamLabel.objects.values_list("comment", "is_spam"))


def test_what_was_decided_together_is_learned_by_the_worker(decided):
    assert learned() == set()
    due.settle_due()
    assert learned() == {(comment.pk, True) for comment in decided}
    assert not LabelDue.objects.exists()


def test_what_changed_before_the_worker_came_is_learned_as_it_is(decided, moderator):
    decide(decided[0], Action.APPROVE, moderator)
    decide(decided[1], Action.TRASH, moderator)
    due.settle_due()
    assert learned() == {(decided[0].pk, False), (decided[2].pk, True)}


@pytest.mark.parametrize("answer", [None, Action.REFUSE_EDIT])
def test_an_edit_that_only_waits_takes_nothing_from_what_was_decided(post, moderator, answer):
    comment = make_comment(post, status=CommentStatus.PENDING)
    seen = [Seen(comment.pk, comment.events.get().pk)]
    moderation.decide(seen, JointDecision(action=Action.APPROVE, moderator=moderator))
    revise(make_submission(post, "Cheap pills", revises=comment.pk), page=post)
    if answer:
        decide(comment, answer, moderator)
    due.settle_due()
    label = SpamLabel.objects.get()
    assert (label.is_spam, label.features) == (False, pack(featurise(read("I will come."))))
    assert not LabelDue.objects.exists()


def test_words_that_nobody_decided_on_are_not_learned_by_the_worker(newsroom, post, moderator):
    publish_what_is_clean(newsroom)
    comment = make_comment(post, status=CommentStatus.PENDING)
    seen = [Seen(comment.pk, comment.events.get().pk)]
    moderation.decide(seen, JointDecision(action=Action.APPROVE, moderator=moderator))
    revise(make_submission(post, "I will not come.", revises=comment.pk), page=post)
    due.settle_due()
    assert learned() == set()


def test_a_label_that_failed_is_settled_later(post, moderator, monkeypatch):
    comment = make_comment(post, status=CommentStatus.PENDING)
    with monkeypatch.context() as patch:
        patch.setattr(labels, "settle_comment", lambda comment: 1 / 0)
        decide(comment, Action.APPROVE, moderator)
    assert (learned(), LabelDue.objects.get().comment) == (set(), comment)
    due.settle_due()
    assert learned() == {(comment.pk, False)}


def test_one_that_cannot_be_settled_keeps_no_other_waiting(decided, monkeypatch, caplog):
    settle = labels.settle_comment

    def break_on_one(comment):
        return settle(comment) if comment != decided[0] else 1 / 0

    monkeypatch.setattr(labels, "settle_comment", break_on_one)
    due.settle_due()
    assert learned() == {(comment.pk, True) for comment in decided[1:]}
    assert LabelDue.objects.get().comment == decided[0]
    assert "could not be settled" in caplog.text


def test_a_run_ends_with_its_time(decided, monkeypatch):
    monkeypatch.setattr(due, "BUDGET_SECONDS", -1)
    due.settle_due()
    assert LabelDue.objects.count() == 3


def test_what_is_deleted_meanwhile_is_due_no_longer(decided):
    decided[0].delete()
    assert LabelDue.objects.count() == 2
    due._settle_logged(decided[0].pk)
    assert learned() == set()


def test_what_says_nothing_of_the_words_is_not_due(post):
    effects.labels.put_off([make_comment(post).events.get()])
    assert not LabelDue.objects.exists()


def test_its_name(decided):
    found = LabelDue.objects.first()
    assert str(found) == f"label due of comment {found.pk}"
