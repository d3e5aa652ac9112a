import pytest

ROUNDS = 20


@pytest.mark.xdist_group("concurrency")
def test_of_two_who_answer_an_appeal_at_once_one_does_and_the_other_is_told(newsroom_database):
    result = newsroom_database.run_scenario("two_judges", str(ROUNDS))
    assert result == {"answers": {"303": ROUNDS, "409": ROUNDS}, "answered once": ROUNDS}
