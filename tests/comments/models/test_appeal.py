import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Appeal, AppealState, ModerationEvent
from tests.comments.appellant import make_appeal, take_away
from tests.comments.factories import make_comment


@pytest.fixture
def removed(post, moderator):
    comment = make_comment(post)
    take_away(comment, "remove", moderator)
    return comment


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"state": "lost", "decided_at": timezone.now()}, "appeal_state_is_a_known_one"),
        ({"state": AppealState.UPHELD}, "an_appeal_is_open_or_decided"),
        ({"decided_at": timezone.now()}, "an_appeal_is_open_or_decided"),
    ],
)
def test_the_database_refuses_an_impossible_row(removed, fields, name):
    appeal = make_appeal(removed)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Appeal.objects.filter(pk=appeal.pk).update(**fields)


def test_one_appeal_of_a_comment_waits(removed):
    make_appeal(removed, event=removed.events.first())
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appeal(removed)


def test_a_decision_is_appealed_against_once(removed):
    first = make_appeal(removed, state=AppealState.UPHELD, decided_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appeal(removed, event=first.event)


def test_an_appeal_is_open_until_it_is_answered(removed):
    answered = make_appeal(removed, state=AppealState.UPHELD, decided_at=timezone.now())
    waiting = make_appeal(removed, event=removed.events.first())
    assert list(Appeal.objects.open()) == [waiting]
    assert answered in removed.appeals.all()


def test_it_goes_with_its_comment_and_the_log_stays(removed):
    make_appeal(removed)
    removed.delete()
    assert not Appeal.objects.exists()
    assert ModerationEvent.objects.count() == 2


def test_it_outlives_the_account_that_answered(removed, django_user_model):
    judge = django_user_model.objects.create_user("judge")
    appeal = make_appeal(
        removed, state=AppealState.UPHELD, decided_at=timezone.now(), decided_by=judge
    )
    judge.delete()
    appeal.refresh_from_db()
    assert (appeal.decided_by, appeal.state) == (None, AppealState.UPHELD)


def test_its_name(removed):
    appeal = make_appeal(removed)
    assert str(appeal) == f"appeal {appeal.pk} against event {appeal.event_id}"
