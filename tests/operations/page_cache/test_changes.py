"""The number grows with each change, and no change waits for another."""

import pytest

from operations.models import ChangeCount
from operations.page_cache import changes

pytestmark = pytest.mark.django_db


def test_it_grows() -> None:
    before = changes.number()
    changes.changed()
    changes.changed()
    assert changes.number() == before + 2


def test_one_row_is_enough_for_whoever_is_alone() -> None:
    for _time in range(3):
        changes.changed()
    assert ChangeCount.objects.count() == 1


def test_the_number_is_the_sum_of_all_rows() -> None:
    ChangeCount.objects.all().delete()
    ChangeCount.objects.bulk_create([ChangeCount(number=2), ChangeCount(number=3)])
    assert changes.number() == 5
