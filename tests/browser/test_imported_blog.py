"""A group's old blog, moved in by the command of the README and read in a browser."""

import json
import re
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, build_opener

import pytest

from tests.shared import shared_path

pytestmark = pytest.mark.browser

POSTS = [
    ("000_4dfbc9ed883b837f.txt", "/2012/01/learn-how-to-break-ices-hold-on-your.html"),
    ("004_100c587d0509fbdb.txt", "/2010/09/after-two-years-of-secrecy.html"),
]


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def imported(newsroom):
    export = shared_path("data/seeds/newsroom.blogger.xml")
    newsroom.manage("import_blog", str(export))
    return export


@pytest.mark.parametrize(("source", "old_path"), POSTS)
def test_every_line_of_the_source_stands_on_the_page_in_order(
    imported, new_window, source, old_path
):
    window = new_window()
    window.goto(old_path)
    text = folded(window.locator("body").inner_text())
    position = 0
    for line in shared_path(f"data/seeds/{source}").read_text().splitlines():
        words = folded(line)
        found = text.find(words, position)
        assert found >= 0, words
        position = found + len(words)


@pytest.mark.parametrize(("source", "old_path"), POSTS)
def test_an_old_address_answers_301(imported, newsroom, source, old_path):
    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    for query in ("", "?m=1"):
        with pytest.raises(HTTPError) as answer:
            build_opener(Stay).open(newsroom.url + old_path + query)
        with answer.value:
            assert answer.value.code == 301


def test_the_second_import_creates_and_updates_nothing(imported, newsroom, tmp_path):
    report = tmp_path / "report.json"
    newsroom.manage("import_blog", str(imported), "--report", str(report))
    kinds = json.loads(report.read_text())["kinds"]
    assert all(kind["created"] == kind["updated"] == 0 for kind in kinds.values())
    assert kinds["post"]["unchanged"] == 2
