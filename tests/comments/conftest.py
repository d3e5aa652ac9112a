import pytest

from tests.comments.factories import make_user
from tests.pages import make_newsroom, make_post


@pytest.fixture
def newsroom(db):
    return make_newsroom()


@pytest.fixture
def post(newsroom):
    return make_post(newsroom)


@pytest.fixture
def moderator(db):
    return make_user()
