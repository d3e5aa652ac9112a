"""Nothing that readers read is written into the code: all of it comes from the catalogue."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from tests import pseudo
from tests.kinds_of_pages import KINDS, TYPED, addresses
from tests.pages import make_newsroom, make_translation

pytestmark = pytest.mark.django_db

# Names of languages, a month that Django names, where a page stands, and words beside a hit.
NAMES = {"English", "Español", "enero de", "enero", "http://testserver/", "The", "votes"}
KNOWN = TYPED | NAMES
# The rules are the newsroom's own words.
TRANSLATED = [kind for kind in KINDS if kind != "rules"]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pseudo.compile_pseudo(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture
def brackets(catalogue: Path) -> Iterator[None]:
    with pseudo.spoken(catalogue):
        yield


def test_all_that_pages_say_is_translated(brackets: None, client: Client) -> None:
    places = addresses(make_translation(make_newsroom()))
    pages = {kind: client.get(places[kind]).content.decode() for kind in TRANSLATED}

    assert all(pseudo.OPENING in page for page in pages.values())
    hard_coded = {kind: pseudo.hard_coded(page, known=KNOWN) for kind, page in pages.items()}
    assert hard_coded == {kind: [] for kind in TRANSLATED}


def test_what_is_written_into_the_code_is_found() -> None:
    page = "<p>⟦Lea <a title='more'>⟦esto⟧</a> hoy⟧ and <b>now</b> <time>3 de marzo</time> 12</p>"

    assert pseudo.hard_coded(page) == ["and", "now", "more"]
