from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from comments.models import IrreversibleAct
from tests.comments.factories import make_user
from tests.conftest import NOON

LATER = NOON + timedelta(days=1)


def make_act(**fields):
    defaults = {"kind": "purge", "asked_at": NOON, "due_at": LATER}
    return IrreversibleAct.objects.create(**(defaults | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "forgive"},
        {"due_at": NOON},
        {"done_at": LATER, "called_off_at": LATER},
        {"done_at": LATER, "needs_second": True},
    ],
)
def test_what_must_never_be_true_is_refused(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_act(**fields)


def test_an_act_outlives_the_account_of_whoever_asked(db):
    user = make_user()
    act = make_act(asked_by=user, needs_second=True, confirmed_by=user, confirmed_at=LATER)
    user.delete()
    act.refresh_from_db()
    assert (act.asked_by, act.confirmed_by, str(act)) == (None, None, f"purge {act.pk}")
