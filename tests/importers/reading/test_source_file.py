import gzip
from pathlib import Path

import pytest

from importers.reading.source_file import CHUNK_BYTES, SourceFile
from importers.refusals import ImportRefused


def source(folder: Path, content: bytes) -> SourceFile:
    path = folder / "blog.xml"
    path.write_bytes(content)
    return SourceFile(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"There is no file gone\.xml"):
        SourceFile(tmp_path / "gone.xml")


@pytest.mark.parametrize("content", [b"", b" \n\t"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportRefused, match="empty"):
        source(tmp_path, content).head()


@pytest.mark.parametrize("content", [gzip.compress(b"<feed/>", mtime=0), b"PK\x03\x04rest"])
def test_a_packed_file_is_refused_in_plain_words(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportRefused, match="packed"):
        source(tmp_path, content).head()


def test_the_whole_file_comes_in_chunks_and_progress_is_told(tmp_path: Path) -> None:
    content = b"x" * (CHUNK_BYTES * 2 + 5)
    file = source(tmp_path, content)
    told: list[int] = []
    file.on_read = told.append
    assert b"".join(file.chunks()) == content
    assert told == [CHUNK_BYTES, CHUNK_BYTES * 2, len(content)]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert source(tmp_path, b"").sha256() == digest


def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = source(tmp_path, b"<feed/>")

    def forbidden(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(ImportRefused, match="Permission denied"):
        file.head()
