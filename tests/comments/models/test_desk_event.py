import pytest
from django.db import IntegrityError, transaction

from comments.models import DeskAct, DeskEvent


def refused(**fields):
    with pytest.raises(IntegrityError) as problem, transaction.atomic():
        DeskEvent.objects.create(**fields)
    return str(problem.value)


@pytest.mark.django_db
@pytest.mark.parametrize("act", DeskAct)
def test_every_act_that_is_known_can_be_logged(act):
    assert str(DeskEvent.objects.create(act=act)).startswith(act)


@pytest.mark.django_db
def test_no_other_act_can():
    assert "desk_act_is_a_known_one" in refused(act="dance")


def test_an_event_with_a_maker_keeps_the_number(moderator):
    name = "a_desk_event_keeps_the_number_of_its_maker"
    assert name in refused(act=DeskAct.RULE, actor=moderator)
    assert name in refused(act=DeskAct.RULE, actor=moderator, actor_number=moderator.pk + 1)
    DeskEvent.objects.create(act=DeskAct.RULE, actor=moderator, actor_number=moderator.pk)


@pytest.mark.django_db
def test_events_come_in_their_order():
    made = [DeskEvent.objects.create(act=DeskAct.RULE) for _number in range(3)]
    assert list(DeskEvent.objects.all()) == made
