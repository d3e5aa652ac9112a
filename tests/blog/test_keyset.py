from datetime import UTC, datetime, timedelta

import pytest

from blog.keyset import Mark

MOMENT = datetime(2012, 1, 5, 17, 0, 0, 123_456, tzinfo=UTC)


@pytest.mark.parametrize("moment", [MOMENT, datetime(1969, 12, 31, tzinfo=UTC)])
def test_mark_is_read_as_it_was_written(moment: datetime) -> None:
    assert Mark.read(str(Mark(moment, 7))) == Mark(moment, 7)


def test_mark_of_another_zone_is_the_same_moment() -> None:
    there = MOMENT + timedelta()

    assert str(Mark(there.astimezone(), 7)) == "1325782800123456.7"


@pytest.mark.parametrize(
    "written", ["", "7", "1.", ".1", "1.x", "1.2 ", f"{10**18 - 1}.1", "\uff11.\uff12"]
)
def test_what_is_no_mark_is_none(written: str) -> None:
    assert Mark.read(written) is None
