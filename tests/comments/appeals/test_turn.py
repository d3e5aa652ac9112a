"""Who answers an appeal, and from when on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import appeals, moderation
from comments.appeals import NotYours
from comments.models import AppealState, Comment, CommentSettings, SectionModerator
from comments.states import CommentStatus
from tests.comments.appellant import answer, ask, make_judge, take_away
from tests.comments.moderation_queue.staff import make_senior
from tests.conftest import NOON
from tests.pages import make_post

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
UPHELD, REVERSED = AppealState.UPHELD, AppealState.REVERSED
pytestmark = pytest.mark.usefixtures("clock")


def test_who_decided_does_not_answer_while_somebody_else_is_there(removed, ana, ben, clock):
    made = ask(removed)
    clock.shift(30 * DAY)
    with pytest.raises(NotYours) as refused:
        answer(made, UPHELD, ana, words="No.")
    assert refused.value.turn.others == 1
    made.refresh_from_db()
    assert made.state == AppealState.OPEN
    assert answer(made, UPHELD, ben, words="No.").state == UPHELD


def test_who_is_alone_answers_after_a_day_and_no_sooner(removed, ana, clock):
    made = ask(removed)
    clock.shift(DAY - SECOND)
    with pytest.raises(NotYours) as refused:
        answer(made, REVERSED, ana)
    assert refused.value.turn.alone_from == NOON + DAY
    assert Comment.objects.get().status == CommentStatus.REMOVED
    clock.shift(SECOND)
    assert answer(made, REVERSED, ana).by_same_person


@pytest.mark.parametrize("right", ["none", "off"])
def test_only_an_active_moderator_counts_as_somebody_else(removed, ana, right, clock):
    other = make_judge("other", is_active=right != "off")
    if right == "none":
        other.user_permissions.clear()
    made = ask(removed)
    clock.shift(DAY)
    assert answer(made, UPHELD, ana).by_same_person


def test_an_administrator_counts_as_somebody_else(removed, ana, django_user_model):
    django_user_model.objects.create_superuser("root")
    assert appeals.turn_of(ask(removed), moderator=ana, now=timezone.now()).others == 1


def test_who_confirmed_a_decision_has_no_fresh_eyes_either(comment, ana, ben):
    take_away(comment, "mark_spam", ana)
    take_away(comment, "confirm_spam", ben)
    made = ask(comment)
    for moderator in (ana, ben):
        turn = appeals.turn_of(made, moderator=moderator, now=timezone.now())
        assert (turn.is_own, turn.others, turn.may_answer) == (True, 0, False)


def test_what_somebody_decided_before_it_came_back_does_not_count(comment, ana, ben):
    removal = take_away(comment, "remove", ana)
    moderation.undo(removal.pk, moderator=ana)
    take_away(comment, "remove", ben)
    made = ask(comment)
    assert appeals.turn_of(made, moderator=ana, now=timezone.now()).may_answer
    assert not appeals.turn_of(made, moderator=ben, now=timezone.now()).may_answer


def test_the_author_is_told_whether_somebody_else_is_there(removed):
    assert not appeals.is_somebody_else_there(removed)
    make_judge("ben")
    assert appeals.is_somebody_else_there(removed)


# Rights and sections


def switch_on(newsroom, name):
    settings = CommentSettings.for_site(newsroom.site)
    setattr(settings, name, True)
    settings.save()


def test_once_there_are_senior_moderators_only_they_answer(removed, newsroom, ben):
    made = ask(removed)
    switch_on(newsroom, "has_senior_moderators")
    with pytest.raises(NotYours) as refused:
        answer(made, REVERSED, ben)
    assert not refused.value.turn.has_right
    assert not appeals.is_somebody_else_there(removed)
    senior = make_senior("eva")
    assert appeals.is_somebody_else_there(removed)
    assert answer(made, UPHELD, senior, words="No.").decided_by == senior


def test_a_senior_who_decided_is_alone_among_others_who_may_not_answer(
    comment, newsroom, ben, clock
):
    switch_on(newsroom, "has_senior_moderators")
    senior = make_senior("eva")
    take_away(comment, "remove", senior)
    made = ask(comment)
    clock.shift(DAY)
    assert answer(made, UPHELD, senior, words="No.").by_same_person


def test_who_moderates_another_part_of_the_site_does_not_answer(removed, newsroom, ben):
    switch_on(newsroom, "has_section_moderators")
    SectionModerator.objects.create(user=ben, page=make_post(newsroom, "Elsewhere"))
    with pytest.raises(NotYours):
        answer(ask(removed), REVERSED, ben)
    assert not appeals.is_somebody_else_there(removed)


def test_who_moderates_this_part_of_the_site_does(removed, newsroom, ben):
    switch_on(newsroom, "has_section_moderators")
    SectionModerator.objects.create(user=ben, page=removed.page.get_parent())
    assert appeals.is_somebody_else_there(removed)
    assert answer(ask(removed), REVERSED, ben).decided_by == ben


def test_sections_count_for_nothing_while_they_are_switched_off(removed, newsroom, ben):
    SectionModerator.objects.create(user=ben, page=make_post(newsroom, "Elsewhere"))
    assert answer(ask(removed), REVERSED, ben).decided_by == ben
