"""Files that nginx hands out by itself, and those that it never does."""

import gzip
from pathlib import Path

import pytest

from operations.page_cache.key import NOBODYS
from tests.operations.nginx.conftest import FILES
from tests.operations.nginx.server import Door

HASHED = "/static/css/sheet.0123456789ab.css"


def test_hashed_file_is_good_for_ever(door: Door) -> None:
    reply = door.get(HASHED)
    assert (reply.status, reply.body) == (200, b"body {}")
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Content-Type"] == "text/css; charset=utf-8"


def test_file_without_a_hash_is_asked_for_again(door: Door) -> None:
    assert door.get("/static/css/sheet.css").headers["Cache-Control"] == "public, max-age=60"


def test_packed_file_beside_it_is_sent_to_who_can_read_it(door: Door) -> None:
    path = door.data / HASHED.strip("/")
    Path(f"{path}.gz").write_bytes(gzip.compress(b"body {}"))
    packed = door.get(HASHED, Accept_Encoding="gzip")
    assert gzip.decompress(packed.body) == b"body {}"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert door.get(HASHED, Accept_Encoding="identity").body == b"body {}"


@pytest.mark.parametrize("path", ["/media/images/picture.png", "//media//images/./picture.png"])
def test_picture_is_handed_out(door: Door, path: str) -> None:
    reply = door.get(path)
    assert (reply.status, reply.body) == (200, b"a picture")
    assert (reply.headers["Content-Type"], reply.headers["X-Content-Type-Options"]) == (
        "image/png",
        "nosniff",
    )
    assert door.upstream.targets(path) == []


def test_drawing_runs_no_script(door: Door) -> None:
    policy = door.get("/media/original_images/picture.svg").headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/plan.pdf",
        "/media//documents/plan.pdf",
        "//media/documents/plan.pdf",
        "/media/./documents/plan.pdf",
        "/media/images/../documents/plan.pdf",
        "/media/images/..%2fdocuments%2fplan.pdf",
        "/media/images/%2e%2e/documents/plan.pdf",
        "/media/images%2f../documents/plan.pdf",
        "/media%2fdocuments%2fplan.pdf",
        "/%6dedia/%64ocuments/plan.pdf",
        "/media/Documents/plan.pdf",
        "/media/DOCUMENTS/plan.pdf",
        "/media/document%C5%BF/plan.pdf",
        "/static/../media/documents/plan.pdf",
        "/static/..%2fmedia/documents/plan.pdf",
        "/media/documents/plan.pdf?page=1",
        "/media/documents/plan.pdf/",
        "/media/documents%00/plan.pdf",
        "/.well-known/acme-challenge/../../media/documents/plan.pdf",
        "/.well-known/acme-challenge/..%2f..%2f..%2fmedia/documents/plan.pdf",
    ],
)
def test_no_spelling_leads_to_documents(door: Door, path: str) -> None:
    assert b"private" not in door.get(path).body


@pytest.mark.parametrize(
    "path",
    [
        "/static/../secret_key",
        "/static/..%2fsecret_key",
        "/static../secret_key",
        "/media/images/../../secret_key",
        "/media/images../../secret_key",
        "/media/images/..%2f..%2fsecret_key",
        "/.well-known/acme-challenge/../../../secret_key",
        "/secret_key",
        "/nginx.conf",
    ],
)
def test_nothing_else_of_the_data_folder_is_handed_out(door: Door, path: str) -> None:
    assert FILES["secret_key"].encode() not in door.get(path).body


@pytest.mark.parametrize("folder", ["/static/", "/static/css/", "/media/images/"])
def test_no_folder_is_listed(door: Door, folder: str) -> None:
    assert door.get(folder).status == 403


@pytest.mark.parametrize("folder", [each for each in NOBODYS if each != "/static/"])
def test_what_the_page_cache_leaves_alone_is_the_newsrooms(door: Door, folder: str) -> None:
    for _ in range(2):
        door.get(f"{folder}anything")
    assert len(door.upstream.targets(f"{folder}anything")) == 2


def test_challenge_of_a_certificate_is_answered(door: Door) -> None:
    folder = door.data / "nginx" / "acme" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "token").write_text("answer")
    assert door.get("/.well-known/acme-challenge/token").body == b"answer"
