import pytest

from tests import sampling

ROUNDS = sampling.of(200, sample=50)


@pytest.mark.xdist_group("concurrency")
def test_of_two_moderators_at_once_one_decides_and_the_other_is_told_who(newsroom_database):
    result = newsroom_database.run_scenario("two_moderators", str(ROUNDS))
    assert result == {
        # One is led back to the list; the other reads the name and the deed of the faster one.
        "answers": {"303 False": ROUNDS, "409 True": ROUNDS},
        "decided once": ROUNDS,
    }
