import pytest

from tests.pages import Newsroom, make_newsroom


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()
