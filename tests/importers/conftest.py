import pytest

from tests.pages import make_newsroom


@pytest.fixture
def newsroom(db):
    return make_newsroom()
