from datetime import UTC, datetime

import pytest

from operations.mark import Mark

AT = datetime(2012, 1, 5, 17, 0, 0, 123456, tzinfo=UTC)


def test_a_place_is_read_as_it_was_written():
    assert Mark.read(str(Mark(AT, 7))) == Mark(AT, 7)
    assert Mark.read(str(Mark(AT.replace(year=1912), 7))) == Mark(AT.replace(year=1912), 7)


@pytest.mark.parametrize(
    "written", ["", "1", "1.x", "1.2.3", "٣.1", f"{'9' * 18}.1", "1.-1", "1.1\n"]
)
def test_what_names_no_place_is_none(written):
    assert Mark.read(written) is None
