import stat
import zipfile
from pathlib import Path

import pytest

from importers.media import archive
from importers.media.archive import is_unsafe, safe_members
from importers.refusals import ImportRefused
from tests.shared import shared_path


def pack(folder: Path, *names: str, content: bytes = b"x") -> Path:
    path = folder / "media.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, content)
    return path


def names_in(path: Path) -> tuple[list[str], list[str]]:
    told: list[str] = []
    names = [member.filename for _zip, member in safe_members(path, report=told.append)]
    return names, told


def test_safe_members_are_found_and_noise_is_passed_over(tmp_path: Path) -> None:
    path = pack(tmp_path, "a/b.jpg", "__MACOSX/a/._b.jpg", "a/._b.jpg", "a/")
    assert names_in(path) == (["a/b.jpg"], [])


@pytest.mark.parametrize("name", ["/etc/x", "a/../../x", "C:x", "a\\b", "a\x07b"])
def test_names_that_lead_out_of_the_archive_are_unsafe(name: str) -> None:
    member = zipfile.ZipInfo("x")
    member.filename = name
    assert is_unsafe(member)


def test_a_link_in_an_archive_is_unsafe() -> None:
    member = zipfile.ZipInfo("link")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert is_unsafe(member)


def test_unsafe_members_are_left_out_and_reported(tmp_path: Path) -> None:
    names, told = names_in(pack(tmp_path, "../out.jpg", "in.jpg"))
    assert names == ["in.jpg"]
    assert len(told) == 1


def test_the_archive_that_slips_out_of_its_folder_is_reported() -> None:
    _names, told = names_in(shared_path("data/imports/synthetic/hostile-zip-slip.zip"))
    assert len(told) == 3


def test_the_archive_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    with pytest.raises(ImportRefused, match="unpacks"):
        names_in(shared_path("data/imports/synthetic/hostile-zip-bomb.zip"))


def test_a_member_that_swells_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="unpacks"):
        names_in(pack(tmp_path, "a.jpg", content=bytes(11 * 1024**2)))


@pytest.mark.parametrize("limit", ["MAX_MEMBERS", "MAX_TOTAL_BYTES"])
def test_too_many_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(archive, limit, 1)
    with pytest.raises(ImportRefused, match="too many"):
        names_in(pack(tmp_path, "a", "b"))


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path, "a")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 0x1  # the flag in the central directory
    path.write_bytes(content)
    with pytest.raises(ImportRefused, match="encrypted"):
        names_in(path)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "media.zip"
    path.write_bytes(b"words")
    with pytest.raises(ImportRefused, match="no zip"):
        names_in(path)
