import pytest

from tests.comments.factories import make_user
from tests.comments.google import turned_on
from tests.pages import make_newsroom, make_post


@pytest.fixture(autouse=True)
def limits_begin_anew(settings):
    """Counted in the database, which every test finds empty and whose clock a test can move."""
    settings.REDIS_URL = ""


@pytest.fixture
def newsroom(db):
    return make_newsroom()


@pytest.fixture
def post(newsroom):
    return make_post(newsroom)


@pytest.fixture
def moderator(db):
    return make_user()


@pytest.fixture
def google(settings, monkeypatch):
    yield from turned_on(settings, monkeypatch)
