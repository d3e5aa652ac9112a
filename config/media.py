"""Where pictures and documents are kept: in the data folder, or in a bucket of S3."""

import re
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

HOST = re.compile(r"[a-z0-9.\[\]:-]+")


def storage(bucket: str, *, endpoint: str, region: str) -> dict[str, Any]:  # Any: Django's shape
    """The `default` entry of STORAGES; "" for what is not set. Raises `ImproperlyConfigured`.

    The key is in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, which the bucket's library reads.
    """
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    if not find_spec("storages"):
        raise ImproperlyConfigured(
            "MEDIA_S3_BUCKET needs the packages of requirements-s3.txt, which script/server and "
            "script/manage install"
        )
    where = {"bucket_name": bucket, "endpoint_url": endpoint or None, "region_name": region or None}
    return {"BACKEND": "operations.bucket.BucketStorage", "OPTIONS": where}


def public_url(address: str) -> str:
    """Below what readers find the bucket's pictures, with a slash at its end; "" for nowhere.

    Raises `ImproperlyConfigured`.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    is_address = parts.scheme in ("http", "https") and HOST.fullmatch(parts.netloc)
    if not is_address or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            "MEDIA_S3_PUBLIC_URL must be the address below which readers find the bucket's "
            f"pictures, such as https://media.example.org/, not {address!r}"
        )
    return f"{address.rstrip('/')}/"


def origins(address: str) -> list[str]:
    """The origin of the public address, for a Content-Security-Policy; none without one."""
    parts = urlsplit(address)
    return [f"{parts.scheme}://{parts.netloc}"] if address else []
