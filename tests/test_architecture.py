"""What no linter sees of our conventions: sizes, mirrors, doors, string foreign keys, locks."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model

ROOT = settings.BASE_DIR
# From left to right: who may know whom (ARCHITECTURE: config imports all of them).
ROOMS = ["home", "importers", "blog", "comments", "operations", "accounts"]
PACKAGES = ["config", *ROOMS]
DOORS = {"models", "threads", "archive", "outside_text", "urls", "templatetags"}
MAX_LINES = 300
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "services", "managers", "common", "misc"}
RENDERING = ROOT / "comments" / "rendering"
UNESCAPED = {
    ".py": re.compile(r"mark_safe|SafeString\(|SafeText"),
    ".html": re.compile(r"\|\s*safe\b|autoescape off"),
}
# They run what they read. np.load does too, unless it is told not to.
PICKLERS = {"_pickle", "cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"}
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", re.IGNORECASE)


def files(pattern: str, *folders: str) -> list[Path]:
    """Our own files, without what is generated or installed."""
    found = [path for folder in folders for path in (ROOT / folder).rglob(pattern)]
    return sorted(path for path in found if path.is_file() and "migrations" not in path.parts)


def modules() -> list[Path]:
    return [path for path in files("*.py", *PACKAGES) if path.name != "__init__.py"]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def related(model: type[Model]) -> Iterator[type[Model]]:
    for field in model._meta.get_fields():
        if not field.auto_created and isinstance(field.related_model, type):
            yield field.related_model


@pytest.mark.parametrize("room", ROOMS)
def test_models_refer_only_to_rooms_further_right(room: str) -> None:
    wrong = [
        f"{model._meta.label} -> {other._meta.label}"
        for model in apps.get_app_config(room).get_models()
        for other in related(model)
        if other._meta.app_label in ROOMS[: ROOMS.index(room)]
    ]
    assert wrong == []


def contract(name: str) -> dict[str, list[str]]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    [found] = [one for one in config["tool"]["importlinter"]["contracts"] if one["name"] == name]
    return found


def test_import_contract_holds_every_room_in_its_place() -> None:
    assert contract("Rooms")["layers"] == PACKAGES


def test_import_contract_of_comments_is_exhaustive() -> None:
    assert contract("Inside comments")["exhaustive"]


def test_comments_are_closed_to_others_but_for_their_doors() -> None:
    doors = contract("Doors of comments")
    assert doors["source_modules"] == PACKAGES[: PACKAGES.index("comments")]
    assert doors["forbidden_modules"] == ["comments.*"]
    opened = {
        line.removeprefix("** -> comments.").split(".")[0] for line in doors["ignore_imports"]
    }
    assert opened == DOORS


def is_small_registration(path: Path) -> bool:
    """Whether a module only registers or names things: no function in it is longer than a line."""
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name != "__str__"
    ]
    registers = path.stem in ("apps", "urls", "wagtail_hooks") or "commands" in path.parts
    return not functions or (
        registers and all(len(_steps(function)) <= 1 for function in functions)
    )


def _steps(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    """What a function does, apart from its docstring and from importing what it needs for that."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return [step for step in body if not isinstance(step, ast.Import | ast.ImportFrom)]


def mirrors(path: Path) -> list[Path]:
    """Where a module's tests may be: under its own name or its package's, at its place or above."""
    place = path.parent.relative_to(ROOT)
    above = [ROOT / "tests" / folder for folder in [place, *place.parents][:-1]]
    names = [path.stem, *place.parts[1:]]
    return [folder / f"test_{name}.py" for folder in above for name in names]


def test_every_module_has_its_test_file() -> None:
    untested = [
        relative(path)
        for path in modules()
        if not is_small_registration(path) and not any(test.exists() for test in mirrors(path))
    ]
    assert untested == []


def test_no_module_hides_behind_a_name_that_says_nothing() -> None:
    stems = {path.stem: path for path in files("*.py", *PACKAGES, "tests")}
    assert {name: stems[name] for name in NAMES_THAT_SAY_NOTHING & stems.keys()} == {}


def test_text_becomes_html_in_one_place_only() -> None:
    places = [
        relative(path)
        for path in [*modules(), *files("*.html", "templates")]
        if RENDERING not in path.parents and UNESCAPED[path.suffix].search(path.read_text())
    ]
    assert places == []


def scripts() -> list[Path]:
    """What is Python in script/, where most files have no ending."""
    found = [path for path in files("*", "script") if "__pycache__" not in path.parts]
    return [path for path in found if path.suffix == ".py" or "python" in _first_line(path)]


def _first_line(path: Path) -> str:
    return path.read_text(errors="replace").partition("\n")[0]


def unpicklings(source: str) -> list[str]:
    """What in a module could run code that comes with data."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(source)) if _unpickles(node)]


def _unpickles(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(name.name.split(".")[0] in PICKLERS for name in node.names)
    if isinstance(node, ast.ImportFrom):
        names = {name.name for name in node.names}
        loads = node.module == "numpy" and "load" in names
        return loads or (node.module or "").split(".")[0] in PICKLERS
    return isinstance(node, ast.Call) and _loads_anything(node)


def _loads_anything(call: ast.Call) -> bool:
    """Whether it is np.load without allow_pickle=False, or an import by name."""
    called, arguments = ast.unparse(call.func), [ast.unparse(each) for each in call.args[:1]]
    if called in ("np.load", "numpy.load"):
        return "allow_pickle=False" not in [ast.unparse(each) for each in call.keywords]
    imports = called.endswith(("import_module", "__import__"))
    return imports and any(name.strip("'\"").split(".")[0] in PICKLERS for name in arguments)


def test_no_module_of_ours_reads_data_that_could_run() -> None:
    ours = [*files("*.py", *PACKAGES, "tests"), *scripts(), ROOT / "manage.py"]
    found = {relative(path): unpicklings(path.read_text()) for path in ours}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "import os, marshal",
        "import joblib.externals as x",
        "from dill import loads",
        "from shelve import open",
        "from numpy import load",
        "np.load(path)",
        "numpy.load(path, allow_pickle=True)",
        "np.load(path, mmap_mode=None)",
        "importlib.import_module('pickle')",
        "__import__('cloudpickle')",
    ],
)
def test_data_that_could_run_is_seen_in_every_form(line: str) -> None:
    assert unpicklings(f"def f():\n    {line}")


@pytest.mark.parametrize(
    "line", ["np.load(data, allow_pickle=False)", "import json", "json.load(file)", "'pickle'"]
)
def test_reading_other_data_is_allowed(line: str) -> None:
    assert unpicklings(line) == []


def test_templates_carry_no_inline_style_or_script() -> None:
    templates = files("*.html", "templates")
    assert [relative(path) for path in templates if INLINE.search(path.read_text())] == []


@pytest.mark.parametrize("pattern", ["*.py", "*.html", "*.css", "*.js"])
def test_no_file_is_longer_than_300_lines(pattern: str) -> None:
    folders = (*PACKAGES, "tests", "templates", "static", "script")
    long = [
        relative(path) for path in files(pattern, *folders) if _number_of_lines(path) > MAX_LINES
    ]
    assert long == []


def _number_of_lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_no_page_links_a_style_sheet_beside_the_one() -> None:
    """The admin's pages have others, which are no readers' load."""
    pages = [path for path in files("*.html", "templates") if not _is_of_the_admin(path)]
    linked = {found for path in pages for found in re.findall(r"css/\w+\.css", path.read_text())}
    assert linked == {"css/broadside.css"}


def _is_of_the_admin(template: Path) -> bool:
    text = template.read_text()
    return any(base in text for base in ("wagtailadmin/", "comments/spam_filter/", "screen.html"))


def pins(lock: str) -> set[str]:
    lines = (ROOT / lock).read_text().splitlines()
    return {line.split(" ")[0] for line in lines if "==" in line}


def test_developers_run_on_the_versions_that_newsrooms_run_on() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "requirements-uv.txt"]
)
def test_lock_has_a_hash_for_everything_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    pinned = [line for line in lines if not line.startswith((" ", "#"))]
    assert [line for line in pinned if "==" not in line or not line.endswith("\\")] == []
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_lock_of_the_linters_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
