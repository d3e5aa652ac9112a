from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.pages import Newsroom, make_newsroom


@pytest.fixture(autouse=True)
def limits_begin_anew() -> Iterator[None]:
    """Counted in the database, which every test finds empty."""
    with override_settings(REDIS_URL=""):
        yield


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return make_newsroom()
