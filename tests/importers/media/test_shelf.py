import zipfile
from pathlib import Path

import pytest

from importers.media import shelf
from importers.media.shelf import AmbiguousImage, MediaShelf, comparable
from importers.refusals import ImportRefused

URL = "http://1.bp.example/-abc/s400/My+Photo.JPG"


def put(folder: Path, *paths: str, content: bytes = b"picture") -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def find(url: str, *places: Path) -> str | None:
    file = MediaShelf(places, report=lambda _text: None).find(url)
    return file.path if file else None


@pytest.mark.parametrize(
    "name", ["my photo.jpg", "My_Photo.jpg", "My%20Photo.JPG", "my+photo(1).jpg", "My_2BPhoto.jpg"]
)
def test_a_picture_is_found_however_its_name_was_saved(tmp_path: Path, name: str) -> None:
    assert find(URL, put(tmp_path, f"album/{name}")) == f"album/{name}"


@pytest.mark.parametrize("url", ["http://x.example/other.jpg", "http://x.example/", ""])
def test_what_is_not_there_is_not_found(tmp_path: Path, url: str) -> None:
    assert find(url, put(tmp_path, "my photo.jpg")) is None


def test_copies_of_one_picture_are_one(tmp_path: Path) -> None:
    assert find(URL, put(tmp_path, "a/my photo.jpg", "b/my photo.jpg")) == "a/my photo.jpg"


def test_the_one_at_the_addresss_own_path_is_meant(tmp_path: Path) -> None:
    put(tmp_path, "other/my+photo.jpg", content=b"one")
    put(tmp_path, "-abc/my+photo.jpg", content=b"two")
    assert find(URL, tmp_path) == "-abc/my+photo.jpg"


def test_different_pictures_of_one_name_are_ambiguous(tmp_path: Path) -> None:
    put(tmp_path, "a/my photo.jpg", content=b"one")
    put(tmp_path, "b/my photo.jpg", content=b"two")
    with pytest.raises(AmbiguousImage):
        find(URL, tmp_path)


def test_an_archive_is_read_without_unpacking_it(tmp_path: Path) -> None:
    path = tmp_path / "media.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("Albums/x/my photo.jpg", b"picture")
    file = MediaShelf([path], report=lambda _text: None).find(URL)
    assert file is not None
    assert file.read() == b"picture"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["media.zip"]


def test_links_and_huge_files_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MAX_IMAGE_BYTES", 3)
    put(tmp_path, "my photo.jpg")
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "my photo.jpg").symlink_to(put(tmp_path, "b.jpg", content=b"b") / "b.jpg")
    assert find(URL, tmp_path) is None


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="gone"):
        MediaShelf([tmp_path / "gone"], report=lambda _text: None)


def test_names_are_compared_without_what_saving_changes() -> None:
    assert comparable("IMG_1(2).JPG") == comparable("img 1.jpg")
    assert comparable("a(b).jpg") != comparable("a.jpg")
