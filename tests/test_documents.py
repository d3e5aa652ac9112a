"""The documents tell the truth where a machine can check it: links, names, tables, settings."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = settings.BASE_DIR
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text()
PRIVACY = (ROOT / "docs" / "privacy.md").read_text()
SCREENSHOTS = ROOT / "docs" / "screenshots"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)#]+)\)")
MOST_BYTES = 200_000  # as script/screenshots has it
# The text says `forms.CommentForm` where the rooms and modules around it are clear.
AROUND = ("", "comments.", "comments.forms.", "comments.models.", "comments.moderation_queue.")

# Made by a migration, and no model's: a table of SQLite's, an index of PostgreSQL's.
WITHOUT_MODEL = {"comments_search", "comments_comment_words"}
WITHOUT_PERSONS = {
    "comments_commentsettings",
    "comments_thread",
    "operations_changecount",
    "operations_workerlease",
}
# What editors write to be read by everybody, and rows made from it that say no more.
PUBLISHED = {
    "blog_author",
    "blog_blogindexpage",
    "blog_campaignindexpage",
    "blog_campaignpage",
    "blog_campaignplace",
    "blog_correction",
    "blog_newsdocument",
    "blog_newsimage",
    "blog_newsrendition",
    "blog_postaction",
    "blog_postauthor",
    "blog_postevent",
    "blog_postpage",
    "blog_postsinmonth",
    "blog_postwords",
    "blog_relatedpost",
    "blog_series",
    "blog_topic",
    "home_formfield",
    "home_formpage",
    "home_homepage",
    "home_newsroomsettings",
    "home_plainpage",
}


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


def is_there(dotted: str) -> bool:
    """Whether a module, or something inside one, goes by this name."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text())
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_a_document_leads_somewhere(document: Path) -> None:
    text = document.read_text()
    places = {anchor(line) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    places |= set(re.findall(r'<a id="([^"]+)">', text))
    assert [name for name in re.findall(r"\]\(#([^)]+)\)", text) if name not in places] == []


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def named_pictures() -> dict[Path, str]:
    """Each picture that a document shows, and what it says of it to whoever cannot see it."""
    shown = [(each, found) for each in DOCUMENTS for found in PICTURE.findall(each.read_text())]
    return {(each.parent / target).resolve(): says for each, (says, target) in shown}


def test_every_picture_is_named_somewhere_and_every_named_picture_is_there() -> None:
    there = set(SCREENSHOTS.iterdir())
    assert (len(there) > 10, set(named_pictures())) == (True, there)


def test_every_picture_has_a_sentence_for_those_who_cannot_see_it() -> None:
    assert [path.name for path, says in named_pictures().items() if len(says.split()) < 4] == []


def test_no_picture_is_too_large_for_a_telephone() -> None:
    assert [each.name for each in SCREENSHOTS.iterdir() if each.stat().st_size > MOST_BYTES] == []


def test_every_name_in_the_architecture_is_in_the_code() -> None:
    dotted = {name for name in quoted(ARCHITECTURE) if re.fullmatch(r"\w+(\.\w+)+", name)}
    names = {name for name in dotted if not name.startswith("settings.")} - files(dotted)
    lost = {name for name in names if not any(is_there(around + name) for around in AROUND)}
    assert (len(names) > 30, lost) == (True, set())


def files(names: set[str]) -> set[str]:
    return {name for name in names if re.search(r"\.(py|md|html|toml|js)$", name)}


def test_every_file_in_the_architecture_is_there() -> None:
    paths = {name for name in quoted(ARCHITECTURE) if "/" in name and " " not in name}
    places = [ROOT, ROOT / "comments", ROOT / "docs"]
    assert {p for p in paths if not any((place / p).exists() for place in places)} == set()


def test_layers_of_comments_are_complete() -> None:
    rows = ARCHITECTURE.split("| layer | modules |")[1].split("\n\n")[0]
    told = {name.rstrip("/") for name in quoted(rows)}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    [layers] = [one["layers"] for one in contracts["contracts"] if one["name"] == "Inside comments"]
    names = {name for layer in layers for name in layer.split(" : ")}
    assert told == {name for name in names if not name.startswith("(")}  # those are still to come


def test_every_table_that_may_speak_of_people_is_in_the_privacy_table() -> None:
    ours = {
        model._meta.db_table
        for room in ("accounts", "blog", "comments", "home", "importers", "operations")
        for model in apps.get_app_config(room).get_models()
    }
    named = {name for name in quoted(PRIVACY) if re.fullmatch(r"[a-z]+_[a-z_]+", name)}
    existing = {model._meta.db_table for model in apps.get_models()} | WITHOUT_MODEL
    silent = WITHOUT_PERSONS | PUBLISHED
    assert (ours - silent - named, named - existing) == (set(), set())
    assert silent <= ours


def test_every_setting_that_the_environment_changes_is_documented() -> None:
    source = (ROOT / "config" / "environment.py").read_text()
    source += "".join(path.read_text() for path in (ROOT / "config" / "settings").glob("*.py"))
    read = set(re.findall(r"(?:text|folder|number|site_url)\(\s*\"([A-Z_]+)\"", source))
    documented = quoted((ROOT / "docs" / "settings.md").read_text())
    assert read - documented - {"PYTEST_XDIST_WORKER"} == set()
