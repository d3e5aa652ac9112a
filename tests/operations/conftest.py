"""A bucket for pictures and documents, on a server of this machine."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pytest_django import Settings

from config import media
from operations.bucket import BucketStorage
from tests import s3_server


@pytest.fixture(scope="session")
def s3_address() -> Iterator[str]:
    """Where a server of S3 answers."""
    with s3_server.running_s3() as address:
        yield address


@pytest.fixture
def bucket(
    s3_address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BucketStorage]:
    """An empty, private bucket in which the newsroom keeps its files."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "newsroom")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "for tests only")
    settings.MEDIA_S3_BUCKET = "pictures"
    kept = media.storage("pictures", endpoint=s3_address, region="us-east-1")
    settings.STORAGES = settings.STORAGES | {"default": kept}
    s3_server.forget(s3_address)
    storage = BucketStorage(**kept["OPTIONS"])
    storage.bucket.create()
    cache.clear()  # Wagtail finds renditions there that an earlier test made of the same bytes
    yield storage
    cache.clear()
