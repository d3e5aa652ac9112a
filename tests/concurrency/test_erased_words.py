import pytest
from django.db import connection


@pytest.mark.xdist_group("concurrency")
def test_what_an_author_takes_back_is_in_no_file_of_the_database(newsroom_database):
    """What PostgreSQL's files keep, and how to make it go, is in docs/privacy.md."""
    if connection.vendor == "sqlite":
        found = newsroom_database.run_scenario("erased_words")
        assert found == {"were there": True, "left": 0}
