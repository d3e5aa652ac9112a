import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import FileSystemStorage
from django.test import override_settings

from operations.style_sheets import SHEET, Found, OneSheetStorage, in_one_piece

ONE_SHEET = {"staticfiles": {"BACKEND": "operations.style_sheets.OneSheetStorage"}}


def found(folder: Path, **files: str) -> Found:
    """Sheets of these texts, as `collectstatic` finds them."""
    (folder / "css").mkdir()
    storage = FileSystemStorage(folder)
    for name, text in files.items():
        (folder / "css" / f"{name}.css").write_text(text)
    return {f"css/{name}.css": (storage, f"css/{name}.css") for name in files}


def ours() -> Found:
    listed = ((name, storage) for each in get_finders() for name, storage in each.list([]))
    return {name: (storage, name) for name, storage in listed}


def test_what_a_sheet_imports_is_put_in_its_place(tmp_path: Path) -> None:
    files = found(
        tmp_path,
        broadside='@layer one;\n@import url("one.css");\n@import url("paper.css") print;\n',
        one="/* Why. */\n@layer one {\n  a {\n    color: red;\n  }\n}\n",
        paper="@layer one { a { color: black } }\n",
    )

    assert in_one_piece(SHEET, files) == (
        "@layer one;\n@layer one {\na {\ncolor: red;\n}\n}\n"
        "@media print {\n@layer one { a { color: black } }\n}\n"
    )


def test_a_sheet_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match=r"css/two\.css"):
        in_one_piece(SHEET, found(tmp_path, broadside='@import url("two.css");\n'))


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    files = found(tmp_path, broadside='@import url("one.css");\r\n', one="a { color: red }\n")

    assert "color: red" in in_one_piece(SHEET, files)


def test_an_import_that_would_be_left_is_an_error(tmp_path: Path) -> None:
    files = found(tmp_path, broadside="@import 'one.css';\n", one="a { color: red }\n")

    with pytest.raises(ValueError, match="an import is not written as"):
        in_one_piece(SHEET, files)


def test_the_sheet_of_readers_has_every_file_and_asks_for_no_other() -> None:
    whole = in_one_piece(SHEET, ours())

    assert "@import" not in whole
    assert "/*" not in whole
    layers = re.search(r"@layer ([\w, \n]+);", whole)
    assert layers
    named = set(re.split(r",\s*", layers[1]))
    assert set(re.findall(r"@layer (\w+) \{", whole)) == named - {"theme"}


def test_a_change_of_what_is_imported_is_served_under_another_name(tmp_path: Path) -> None:
    (source := tmp_path / "source").mkdir()
    files = found(source, broadside='@import url("one.css");\n', one="")
    names = []
    for colour in ("red", "blue"):
        (source / "css" / "one.css").write_text(f"a {{ color: {colour} }}\n")
        names.append(collected(files, tmp_path / "collected"))
        for name in (SHEET, names[-1]):
            served = (tmp_path / "collected" / name).read_text()
            assert served == f"a {{ color: {colour} }}\n"

    assert names[0] != names[1]


def collected(files: Found, target: Path) -> str:
    """The name under which the sheet is served, once all was collected anew where it had been."""
    with override_settings(STATIC_ROOT=target, STORAGES=ONE_SHEET):
        storage = OneSheetStorage()
        for name, (source, path) in files.items():
            if not storage.exists(name):
                with source.open(path) as file:
                    storage.save(name, file)
        return {name: hashed for name, hashed, _is_new in storage.post_process(files)}[SHEET]
