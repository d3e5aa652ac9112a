from pathlib import Path

import pytest
from django.http import Http404
from django.test import RequestFactory

from operations.media_files import hand_out


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name in ("documents", "images"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name)
    return str(tmp_path)


def test_pictures_are_handed_out(folder: str) -> None:
    answer = hand_out(RequestFactory().get("/"), "images/a.txt", document_root=folder)
    with answer.file_to_stream:
        assert answer.getvalue() == b"images"


@pytest.mark.parametrize(
    "path",
    [
        "documents/a.txt",
        "/documents/a.txt",
        "//documents/a.txt",
        "./documents/a.txt",
        "images/../documents/a.txt",
        "../documents/a.txt",
        "documents//a.txt",
        "Documents/a.txt",
        "documents",
    ],
)
def test_no_spelling_leads_to_documents(folder: str, path: str) -> None:
    with pytest.raises(Http404):
        hand_out(RequestFactory().get("/"), path, document_root=folder)


@pytest.mark.parametrize("path", ["../outside.txt", "images/../../outside.txt", "/etc/hostname"])
def test_nothing_outside_the_folder_is_handed_out(folder: str, path: str) -> None:
    (Path(folder).parent / "outside.txt").write_text("outside")
    with pytest.raises(Http404):
        hand_out(RequestFactory().get("/"), path, document_root=folder)
