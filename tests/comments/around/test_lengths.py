from datetime import timedelta

import pytest

from comments.around.lengths import spoken


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(0), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=2, minutes=59), "2 hours"),
        (timedelta(days=3), "3 days"),
    ],
)
def test_a_length_of_time_is_said_in_its_largest_unit(length, words):
    assert spoken(length).replace("\xa0", " ") == words
