from pathlib import Path

import pytest
from pytest_django import Settings

from tests.pages import Newsroom, make_newsroom


@pytest.fixture
def newsroom(settings: Settings, tmp_path: Path) -> Newsroom:
    """A newsroom with a data folder of its own."""
    settings.DATA_DIR = tmp_path
    return make_newsroom()
