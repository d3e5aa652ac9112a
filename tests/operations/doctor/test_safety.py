"""Keys and passwords that would let strangers in are planted, and found."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from pytest_django import Settings

from operations.doctor import Grade, safety

LONG = "aB3-" * 20


@pytest.mark.parametrize(("debug", "grade"), [(True, Grade.FAULT), (False, Grade.GOOD)])
def test_pages_of_errors_that_tell(debug: bool, grade: Grade, settings: Settings) -> None:
    settings.DEBUG = debug
    assert safety.debug_is_off().grade == grade


@pytest.mark.parametrize(
    ("key", "grade"), [("short", Grade.FAULT), ("a" * 80, Grade.FAULT), ("abcDEF" * 12, Grade.GOOD)]
)
def test_key_that_can_be_guessed(key: str, grade: Grade, settings: Settings) -> None:
    settings.SECRET_KEY = key
    finding = safety.secret_key_is_long()
    assert (finding.grade, key in finding.says) == (grade, False)


@pytest.mark.parametrize(
    ("kept", "grade"),
    [(LONG, Grade.GOOD), (f"{LONG}\n", Grade.GOOD), ("other", Grade.WARNING), (None, Grade.GOOD)],
)
def test_key_that_is_another_one_tomorrow(
    kept: str | None, grade: Grade, tmp_path: Path, settings: Settings
) -> None:
    settings.DATA_DIR, settings.SECRET_KEY = tmp_path, LONG
    if kept:
        (tmp_path / "secret_key").write_text(kept)
    assert safety.secret_key_stays().grade == grade


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "has_step", "grade"),
    [
        ("https://news.example.org", False, Grade.WARNING),
        ("https://news.example.org", True, Grade.GOOD),
        ("http://127.0.0.1:8000", False, Grade.GOOD),
    ],
)
def test_administrator_with_a_password_alone(
    url: str, has_step: bool, grade: Grade, settings: Settings
) -> None:
    settings.SITE_URL = urlsplit(url)
    owner = get_user_model().objects.create_superuser("owner", password="x")
    owner.second_step_since = timezone.now() if has_step else None
    owner.save()
    assert safety.administrators_have_a_second_step().grade == grade
