"""What editors upload: huge, hollow or two-faced files are refused plainly, and cost no memory."""

import json
import os
import subprocess
import sys
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from blog.image_cleaning import ImageRefused, clean_image
from blog.models import NewsDocument
from tests.abuse import bombs
from tests.home.staff import EDITORS, window_of
from tests.migrated import migrated_database

# Of the process, beyond what it had; one picture of a phone may take 400 (blog/image_cleaning.py).
FLAT_MB = 60
SECONDS = 10  # of processor time


MEASURED = {
    **{f"{name}.bin": make for name, make in bombs.HUGE.items()},
    "profile.bin": bombs.png_with_profile,
    "drawing.svg": bombs.svg,
    "nothing.zip": bombs.zip_bomb,
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What came of each, in one process for all: each must leave its memory as it was."""
    folder = tmp_path_factory.mktemp("uploads")
    for name, make in MEASURED.items():
        (folder / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-m", "tests.abuse.uploading", *(str(folder / name) for name in MEASURED)],
        cwd=settings.BASE_DIR, env=os.environ | {"DATABASE_URL": f"sqlite:///{migrated_database()}"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return dict(zip(MEASURED, lines, strict=True))


@pytest.mark.parametrize("name", bombs.HUGE)
def test_a_huge_picture_is_refused_plainly(name, outcomes):
    words = outcomes[f"{name}.bin"]["words"]
    assert words.startswith(("This image is too large", "This file is damaged"))


@pytest.mark.parametrize("name", MEASURED)
def test_no_upload_costs_memory_or_time(name, outcomes):
    assert outcomes[name]["peak_mb"] < FLAT_MB
    assert outcomes[name]["seconds"] < SECONDS


def test_a_drawing_that_could_run_is_no_picture(outcomes):
    assert outcomes["drawing.svg"]["words"].startswith("This file is damaged")


def test_a_packed_nothing_is_taken_and_never_unpacked(outcomes):
    assert outcomes["nothing.zip"]["words"] == ""


@pytest.mark.parametrize("name", bombs.POLYGLOTS)
def test_of_two_faces_only_the_picture_is_kept(name):
    content = bombs.POLYGLOTS[name]()
    assert bombs.SCRIPT in content or b"page.html" in content
    clean, words = b"", ""
    try:
        clean = clean_image(content).content
        Image.open(BytesIO(clean)).verify()
    except ImageRefused as refusal:
        words = refusal.messages[0]
    assert bool(clean) != ("damaged, or not a JPEG" in words)
    assert b"script" not in clean
    assert b"page.html" not in clean


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "page.xhtml", "tool.exe", "x.pdf.js"])
def test_a_document_that_a_browser_would_run_is_refused(name):
    file = SimpleUploadedFile(name, bombs.SCRIPT)
    answer = window_of(EDITORS).post(reverse("wagtaildocs:add"), {"title": "x", "file": file})
    assert "is not allowed" in answer.content.decode()
    assert not NewsDocument.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["paper.pdf", "list.csv", "notes.txt", "all.zip"])
def test_what_calls_itself_a_document_never_becomes_a_page(name, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    document = NewsDocument.objects.create(
        title="x", file=SimpleUploadedFile(name, b"<html>" + bombs.SCRIPT)
    )
    answer = client.get(document.url)
    assert bombs.SCRIPT in answer.getvalue()
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "html" not in answer["Content-Type"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_document_beyond_the_limit_is_refused_plainly(monkeypatch):
    monkeypatch.setattr(
        "wagtail.documents.fields.settings.WAGTAILDOCS_MAX_UPLOAD_SIZE", 1_000, raising=False
    )
    file = SimpleUploadedFile("long.txt", b"x" * 2_000)
    answer = window_of(EDITORS).post(reverse("wagtaildocs:add"), {"title": "x", "file": file})
    assert "This file is too big" in answer.content.decode()


def test_there_is_a_limit_for_documents():
    assert 0 < settings.WAGTAILDOCS_MAX_UPLOAD_SIZE <= 200 * 1024 * 1024
