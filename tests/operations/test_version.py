"""The version is the project's."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings as configured
from pytest_django import Settings

from operations.version import broadside_version


@pytest.fixture(autouse=True)
def forgotten() -> None:
    broadside_version.cache_clear()


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((configured.BASE_DIR / "pyproject.toml").read_text())
    assert broadside_version() == project["project"]["version"]


def test_code_without_its_project_file_says_that_it_does_not_know(
    tmp_path: Path, settings: Settings
) -> None:
    settings.BASE_DIR = tmp_path
    assert broadside_version() == "unknown"
    broadside_version.cache_clear()
