import pytest

from tests.pages import make_newsroom, make_post


@pytest.fixture
def newsroom(db):
    return make_newsroom()


@pytest.fixture
def post(newsroom):
    return make_post(newsroom)
