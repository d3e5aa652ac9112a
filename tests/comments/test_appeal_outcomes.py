"""What brings a comment back answers the appeal against its decision, whatever it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.appeal_outcomes import deciders, deciders_of, follow, grounds_of
from comments.models import Appeal, AppealState, Comment, DeskAct, DeskEvent, RuleVersion
from comments.moderation import JointDecision
from comments.states import Action, CommentStatus
from tests.comments.appellant import make_appeal, make_judge, sent, take_away
from tests.comments.factories import make_ruling
from tests.conftest import NOON

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def ana(newsroom):
    return make_judge("ana")


@pytest.fixture
def ben(newsroom):
    return make_judge("ben")


@pytest.fixture
def comment(post, clock):
    return sent(post, status=CommentStatus.PUBLISHED)


def removed_under_appeal(comment, moderator):
    take_away(comment, "remove", moderator)
    return make_appeal(comment)


def outcome(appeal):
    appeal.refresh_from_db()
    return appeal.state, appeal.decided_by, appeal.by_same_person


def acts():
    return list(DeskEvent.objects.values_list("act", "actor_number", "subject"))


@pytest.mark.parametrize("way", ["undo", "restore", "approve"])
def test_whatever_brings_a_comment_back_grants_its_appeal(comment, ana, ben, way):
    appeal = removed_under_appeal(comment, ana)
    if way == "undo":
        event = moderation.undo(appeal.event_id, moderator=ben)
    else:
        event = getattr(moderation, way)(comment.pk, make_ruling(comment, ben))
    assert outcome(appeal) == (AppealState.REVERSED, ben, False)
    assert appeal.decided_at == event.created_at
    assert DeskEvent.objects.get().data["back"] == event.pk
    assert acts() == [(DeskAct.REVERSE, ben.pk, comment.pk)]


def test_who_takes_back_a_decision_of_their_own_is_named_the_same_person(comment, ana):
    appeal = removed_under_appeal(comment, ana)
    moderation.undo(appeal.event_id, moderator=ana)
    assert outcome(appeal) == (AppealState.REVERSED, ana, True)
    assert DeskEvent.objects.get().data["by_same_person"] is True


def test_to_let_it_wait_answers_no_appeal_until_it_is_published(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    appeal = make_appeal(comment)
    take_away(comment, "hold", ana)
    assert outcome(appeal) == (AppealState.OPEN, None, False)
    take_away(comment, "approve", ben)
    assert outcome(appeal) == (AppealState.REVERSED, ben, False)


@pytest.mark.parametrize("way", ["restore", "approve"])
def test_who_takes_back_what_granted_an_appeal_lets_it_wait_again(comment, ana, ben, way):
    appeal = removed_under_appeal(comment, ana)
    event = take_away(comment, way, ben)
    moderation.undo(event.pk, moderator=ben)
    assert outcome(appeal) == (AppealState.OPEN, None, False)
    assert (appeal.words, appeal.decided_at) == ("", None)
    assert deciders(comment.pk) == {ana.pk, ben.pk}


def test_an_undo_of_something_else_leaves_the_outcome(comment, ana, ben):
    appeal = removed_under_appeal(comment, ana)
    take_away(comment, "approve", ben)
    held = take_away(comment, "hold", ben)
    moderation.undo(held.pk, moderator=ben)
    assert outcome(appeal) == (AppealState.REVERSED, ben, False)


def test_another_way_of_taking_it_away_answers_nothing(comment, ana, ben):
    appeal = removed_under_appeal(comment, ana)
    take_away(comment, "trash", ben)
    assert outcome(appeal) == (AppealState.OPEN, None, False)
    assert acts() == []


def test_confirming_spam_answers_nothing(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    appeal = make_appeal(comment)
    take_away(comment, "confirm_spam", ben)
    assert outcome(appeal)[0] == AppealState.OPEN


def test_many_that_come_back_together_are_settled_each(post, ana, ben):
    comments = [sent(post, receipt_digest=None) for _ in range(3)]
    for comment in comments:
        take_away(comment, "mark_spam", ana)
        make_appeal(comment)
    seen = [moderation.Seen(each.pk, each.events.latest("pk").pk) for each in comments]
    moderation.decide(seen, JointDecision(action=Action.APPROVE, moderator=ben))
    assert not Appeal.objects.open().exists()
    assert sorted(acts()) == sorted((DeskAct.REVERSE, ben.pk, each.pk) for each in comments)


def test_with_the_words_of_a_comment_go_those_of_all_its_appeals(comment, ana, ben):
    answered = removed_under_appeal(comment, ana)
    moderation.restore(comment.pk, make_ruling(comment, ben))
    removed_under_appeal(comment, ana)
    moderation.withdraw(comment.pk, keeps_name=False)
    assert not Appeal.objects.filter(pk=answered.pk).exists()
    assert not Appeal.objects.exists()


def test_that_an_appeal_ended_with_the_words_is_in_the_log_by_their_withdrawal(comment, ana):
    removed_under_appeal(comment, ana)
    moderation.withdraw(comment.pk, keeps_name=False)
    assert comment.events.latest("pk").action == Action.WITHDRAW
    assert acts() == []


def test_appeals_about_other_comments_are_left_alone(post, comment, ana):
    other = sent(post, receipt_digest=None)
    appeal = removed_under_appeal(other, ana)
    take_away(comment, "remove", ana)
    moderation.restore(comment.pk, make_ruling(comment, ana))
    moderation.withdraw(comment.pk, keeps_name=False)
    assert outcome(appeal)[0] == AppealState.OPEN


def test_a_decision_without_an_appeal_costs_nothing(comment, ana, django_assert_num_queries):
    event = take_away(comment, "hold", ana)
    with django_assert_num_queries(0):
        follow([event])


def test_the_log_says_whether_it_was_late(comment, ana, ben, clock):
    appeal = removed_under_appeal(comment, ana)
    clock.move_to(appeal.due_at + DAY)
    moderation.undo(appeal.event_id, moderator=ben)
    assert DeskEvent.objects.get().data["late"] is True
    assert timezone.now() == NOON + 8 * DAY


# Who decided


def test_deciders_are_those_who_took_it_away_since_it_was_last_there(comment, ana, ben):
    take_away(comment, "remove", ana)
    moderation.restore(comment.pk, make_ruling(comment, ana))
    take_away(comment, "mark_spam", ben)
    assert deciders(comment.pk) == {ben.pk}
    take_away(comment, "trash", ana)
    assert deciders(comment.pk) == {ana.pk, ben.pk}


def test_whose_decision_is_appealed_against_never_has_fresh_eyes(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    appeal = make_appeal(comment)
    take_away(comment, "hold", ben)
    take_away(comment, "mark_spam", ben)
    assert deciders(comment.pk) == {ben.pk}
    assert deciders_of(appeal) == {ana.pk, ben.pk}


def test_the_filter_is_nobody(post):
    assert deciders(sent(post, status=CommentStatus.SPAM).pk) == set()


def test_who_restored_a_removal_from_the_trash_decided_it_too(comment, ana, ben):
    take_away(comment, "remove", ana)
    take_away(comment, "trash", ana)
    moderation.restore(comment.pk, make_ruling(comment, ben))
    assert Comment.objects.get().status == CommentStatus.REMOVED
    assert deciders(comment.pk) == {ana.pk, ben.pk}


def test_a_removal_stands_by_its_own_rule_wherever_it_came_back_from(comment, ana):
    removal = take_away(comment, "remove", ana)
    trashed = take_away(comment, "trash", ana)
    back = moderation.undo(trashed.pk, moderator=ana)
    assert grounds_of(back) == grounds_of(removal) == removal
    assert grounds_of(back).rule_version == RuleVersion.objects.get(rule__code="abuse")


def test_what_is_no_removal_stands_by_itself(comment, ana):
    event = take_away(comment, "trash", ana)
    assert grounds_of(event) == event
