import pytest

from tests.home.forms.filling import make_form
from tests.pages import make_newsroom


@pytest.fixture(autouse=True)
def limits_begin_anew(settings):
    """Counted in the database, which every test finds empty."""
    settings.REDIS_URL = ""


@pytest.fixture
def newsroom(db):
    return make_newsroom()


@pytest.fixture
def page(newsroom):
    return make_form(newsroom)
