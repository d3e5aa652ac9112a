"""Pages are valid HTML by the rules of html-validate, which stand in for the Nu checker's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from home.patterns.views import states
from tests.kinds_of_pages import addresses
from tests.pages import make_newsroom, make_translation

pytestmark = pytest.mark.django_db

PROGRAM = settings.BASE_DIR / "node_modules" / ".bin" / "html-validate"
RULES = {
    "root": True,
    "extends": ["html-validate:standard"],
    "rules": {
        # A matter of style, which HTML leaves open.
        "attribute-boolean-style": "off",
        "no-trailing-whitespace": "off",
        "void-style": "off",
    },
}


def complaints(folder: Path, pages: dict[str, str]) -> list[str]:
    """What the program says of pages, a line for each, with the name of the page."""
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES))
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page)
    beside_python = Path(sys.executable).parent  # where the environment has its Node.js
    ended = subprocess.run(
        [PROGRAM, "--formatter", "json", *sorted(folder.glob("*.html"))],
        cwd=folder,
        env=os.environ | {"PATH": f"{beside_python}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{Path(page['filePath']).stem}:{said['line']} {said['ruleId']}: {said['message']}"
        for page in json.loads(ended.stdout)
        for said in page["messages"]
    ]


@pytest.fixture(autouse=True)
def _program() -> None:
    if not PROGRAM.exists():  # in CI a test that skips itself fails
        pytest.skip("html-validate is not here; script/lint installs it")


@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_of_every_kind_are_valid(language: str, client: Client, tmp_path: Path) -> None:
    newsroom = make_newsroom()
    tree = newsroom if language == "en" else make_translation(newsroom, language)

    pages = {name: client.get(url).content.decode() for name, url in addresses(tree).items()}

    assert complaints(tmp_path, pages) == []


def test_every_component_is_valid_in_every_state(client: Client, tmp_path: Path) -> None:
    make_newsroom()
    slugs = [str(state["slug"]) for state in states()]

    pages = {slug: client.get(f"/patterns/{slug}/").content.decode() for slug in slugs}

    assert complaints(tmp_path, pages) == []


def test_a_mistake_is_found(tmp_path: Path) -> None:
    assert complaints(tmp_path, {"wrong": "<!DOCTYPE html><p><div></div></p>"}) != []
