from datetime import timedelta

import pytest
from django.db import IntegrityError

from comments.models import Raid
from tests.conftest import NOON


def test_a_raid_ends_after_it_began(post):
    with pytest.raises(IntegrityError, match="a_raid_ends_after_it_began"):
        Raid.objects.create(page=post, started_at=NOON, ends_at=NOON - timedelta(seconds=1))


def test_a_raid_may_end_at_once(post):
    raid = Raid.objects.create(page=post, started_at=NOON, ends_at=NOON)
    assert not Raid.objects.active(NOON).exists()
    assert str(post.pk) in str(raid)


def test_active_are_those_that_are_on(post):
    Raid.objects.create(page=post, started_at=NOON, ends_at=NOON + timedelta(hours=1))
    assert [
        Raid.objects.active(NOON + timedelta(minutes=minutes)).count()
        for minutes in (-1, 0, 59, 60)
    ] == [0, 1, 1, 0]
