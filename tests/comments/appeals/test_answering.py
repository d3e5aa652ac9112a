"""What an answer changes, what the log says of it, and races."""

from datetime import timedelta

import pytest

from comments import appeals, moderation, rulebook
from comments.appeals import AnsweredAlready
from comments.models import (
    Appeal,
    AppealState,
    BulkOutcome,
    Comment,
    DeskAct,
    ModerationEvent,
    SpamLabel,
)
from comments.moderation import AnswerIsFinal, JointDecision, NothingToRestore, Seen, StaleDecision
from comments.states import Action, CommentStatus, Reason
from tests.comments.appellant import answer, ask, log, make_judge, take_away
from tests.comments.factories import make_ruling
from tests.conftest import NOON

DAY = timedelta(days=1)
UPHELD, REVERSED, VARIED = AppealState.UPHELD, AppealState.REVERSED, AppealState.VARIED
pytestmark = pytest.mark.usefixtures("clock")


def test_an_upheld_decision_stands_with_words(removed, ben, clock):
    made = ask(removed)
    clock.shift(DAY)
    answered = answer(made, UPHELD, ben, words="It names a neighbour.")
    assert (answered.state, answered.words) == (UPHELD, "It names a neighbour.")
    assert (answered.decided_by, answered.decided_at) == (ben, NOON + DAY)
    assert not answered.by_same_person
    assert Comment.objects.get().status == CommentStatus.REMOVED
    assert removed.events.count() == 2


@pytest.mark.parametrize("action", ["remove", "mark_spam", "trash"])
def test_what_is_reversed_is_published_whatever_it_was_before(comment, ana, ben, action):
    take_away(comment, action, ana)
    answered = answer(ask(comment), REVERSED, ben, words="Sorry.")
    comment.refresh_from_db()
    assert (comment.status, comment.removed_by) == (CommentStatus.PUBLISHED, "")
    assert (answered.state, answered.words, answered.decided_by) == (REVERSED, "Sorry.", ben)
    event = comment.events.latest("pk")
    assert (event.action, event.actor, event.created_at) == (
        Action.APPROVE,
        ben,
        answered.decided_at,
    )


def test_the_filter_learns_from_a_reversal(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    made = ask(comment)
    assert SpamLabel.objects.get().is_spam
    answer(made, REVERSED, ben)
    assert not SpamLabel.objects.get().is_spam


def test_the_filter_unlearns_what_is_against_a_rule_but_no_spam(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    answer(ask(comment), VARIED, ben, rule=rulebook.find(Reason.OFF_TOPIC))
    assert not SpamLabel.objects.exists()


def test_a_varied_decision_names_the_other_rule_in_the_log(removed, ben):
    rule = rulebook.find(Reason.PRIVACY)
    answered = answer(ask(removed), VARIED, ben, rule=rule, words="A telephone number.")
    assert (answered.state, appeals.rule_after(answered)) == (VARIED, rule)
    assert Comment.objects.get().status == CommentStatus.REMOVED
    assert removed.events.count() == 2


@pytest.mark.parametrize(("taken_by", "outcome"), [("remove", REVERSED), ("mark_spam", VARIED)])
def test_an_answer_is_final(comment, ana, ben, taken_by, outcome):
    take_away(comment, taken_by, ana)
    made = answer(ask(comment), outcome, ben, words="So.", rule=rulebook.find(Reason.ABUSE))
    event = comment.events.latest("pk")
    for moderator in (ana, ben):
        with pytest.raises(AnswerIsFinal):
            moderation.undo(event.pk, moderator=moderator)
    joint = JointDecision(action=Action.UNDO, moderator=ana)
    refused = moderation.decide([Seen(comment.pk, event.pk)], joint)
    assert refused == {comment.pk: BulkOutcome.REFUSED}
    made.refresh_from_db()
    assert (made.state, made.words) == (outcome, "So.")


def test_only_a_varied_decision_has_another_rule(removed, ben):
    assert appeals.rule_after(answer(ask(removed), UPHELD, ben)) is None


@pytest.mark.parametrize("outcome", [AppealState.OPEN, VARIED])
def test_no_answer_is_a_mistake_of_the_caller(removed, ben, outcome):
    with pytest.raises(ValueError, match="no answer"):
        answer(ask(removed), outcome, ben)


@pytest.mark.parametrize(
    ("outcome", "act"),
    [(UPHELD, DeskAct.UPHOLD), (REVERSED, DeskAct.REVERSE), (VARIED, DeskAct.VARY)],
)
def test_every_outcome_is_in_the_log_once_in_codes_and_numbers(removed, ben, outcome, act, clock):
    made = ask(removed)
    clock.shift(8 * DAY)
    answer(made, outcome, ben, words="Words.", rule=rulebook.find(Reason.PRIVACY))
    data = {
        "appeal": made.pk,
        "event": made.event_id,
        "action": "remove",
        "reason": "abuse",
        "by_same_person": False,
        "late": True,
    }
    if outcome == VARIED:
        data |= {"rule": "privacy", "version": 1}
    if outcome == REVERSED:
        data |= {"answer": removed.events.latest("pk").pk}
    assert log()[1:] == [(act, ben.pk, ben.pk, removed.pk, data)]


# Races


def test_the_second_of_two_moderators_is_told_that_it_is_answered(removed, ben):
    made = ask(removed)
    answer(made, UPHELD, ben, words="No.")
    with pytest.raises(AnsweredAlready) as refused:
        answer(made, REVERSED, make_judge("eva"))
    assert refused.value.appeal.decided_by == ben
    assert Comment.objects.get().status == CommentStatus.REMOVED
    assert len(log()) == 2


def test_an_answer_to_what_has_changed_since_is_refused(removed, ana, ben):
    made = ask(removed)
    seen = removed.events.latest("pk").pk
    take_away(removed, "trash", make_judge("eva"))
    for outcome in (UPHELD, REVERSED):
        with pytest.raises(StaleDecision):
            answer(made, outcome, ben, seen_event_id=seen)
    made.refresh_from_db()
    assert made.state == AppealState.OPEN
    assert len(log()) == 1


def test_an_appeal_against_what_was_restored_meanwhile_is_answered_by_that(removed, ben):
    made = ask(removed)
    moderation.approve(removed.pk, make_ruling(removed, ben))
    with pytest.raises(AnsweredAlready):
        answer(made, UPHELD, make_judge("eva"), words="No.")
    made.refresh_from_db()
    assert (made.state, made.decided_by) == (REVERSED, ben)


def test_an_appeal_ends_when_its_author_takes_the_comment_back(removed, ben):
    made = ask(removed, "Words of the author.")
    moderation.withdraw(removed.pk, keeps_name=False)
    with pytest.raises(Appeal.DoesNotExist):
        answer(made, UPHELD, ben)
    assert not Appeal.objects.exists()


def test_words_that_are_gone_do_not_come_back_and_the_appeal_can_still_be_answered(removed, ben):
    made = ask(removed)
    Comment.objects.update(body="", body_html="")
    with pytest.raises(NothingToRestore):
        answer(made, REVERSED, ben)
    assert len(log()) == 1
    assert answer(made, UPHELD, ben, words="The words are gone.").state == UPHELD


def test_an_answer_that_fails_half_way_leaves_nothing(removed, ben, monkeypatch):
    made = ask(removed)

    def broken(*_arguments, **_options):
        raise RuntimeError

    monkeypatch.setattr("comments.desk_log.record", broken)
    with pytest.raises(RuntimeError):
        answer(made, REVERSED, ben)
    made.refresh_from_db()
    assert made.state == AppealState.OPEN
    assert Comment.objects.get().status == CommentStatus.REMOVED
    assert ModerationEvent.objects.count() == 2
