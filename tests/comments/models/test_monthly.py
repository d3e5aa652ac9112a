from datetime import date

import pytest
from django.db import IntegrityError, transaction

from comments.models import MonthlyFigures
from tests.conftest import NOON

pytestmark = pytest.mark.django_db


def keep(month):
    with transaction.atomic():
        return MonthlyFigures.objects.create(month=month, figures={}, counted_at=NOON)


def test_a_month_is_kept_once():
    keep(date(2026, 1, 1))
    with pytest.raises(IntegrityError):
        keep(date(2026, 1, 1))


def test_months_come_in_their_order():
    later, earlier = keep(date(2026, 2, 1)), keep(date(2025, 12, 1))
    assert list(MonthlyFigures.objects.all()) == [earlier, later]
    assert str(later) == "2026-02"
