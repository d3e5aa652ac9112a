"""Where files are kept, and where readers find them."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import media


def test_without_a_bucket_files_are_in_the_data_folder() -> None:
    kept = media.storage("", endpoint="https://s3.example.org", region="")
    assert kept == {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def test_bucket_is_where_the_settings_say() -> None:
    kept = media.storage("pictures", endpoint="https://s3.example.org", region="")
    assert kept["OPTIONS"] == {
        "bucket_name": "pictures",
        "endpoint_url": "https://s3.example.org",
        "region_name": None,
    }


def test_bucket_without_its_packages_says_what_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(media, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="script/server"):
        media.storage("pictures", endpoint="", region="")


@pytest.mark.parametrize(
    ("address", "below", "origins"),
    [
        ("", "", []),
        ("https://media.example.org", "https://media.example.org/", ["https://media.example.org"]),
        (
            "http://127.0.0.1:9000/pictures/",
            "http://127.0.0.1:9000/pictures/",
            ["http://127.0.0.1:9000"],
        ),
    ],
)
def test_public_address_and_its_origin(address: str, below: str, origins: list[str]) -> None:
    assert (media.public_url(address), media.origins(address)) == (below, origins)


@pytest.mark.parametrize(
    "address",
    [
        "media.example.org",
        "ftp://example.org",
        "https://a b",
        "https://x;y",
        "https://a/?b",
        "https://a/#b",
    ],
)
def test_what_is_no_address_of_pictures_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MEDIA_S3_PUBLIC_URL must be"):
        media.public_url(address)
