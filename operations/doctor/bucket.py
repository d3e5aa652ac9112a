"""The bucket of pictures and documents, where there is one: rights, versions, secrets."""

from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from wagtail.documents import get_document_model

from operations.doctor.finding import Finding, fault, good, warning

NONE = "pictures and documents are in the data folder"
LOOK_AT_SETTINGS = "see MEDIA_S3_BUCKET and what belongs to it in docs/settings.md"


def bucket_takes_files() -> Finding:
    """Pictures can be uploaded and deleted."""
    if not settings.MEDIA_S3_BUCKET:
        return good(NONE)
    try:
        _bucket().try_writing()
    except OSError as problem:
        return fault(f"the bucket takes no files: {problem}", fix=LOOK_AT_SETTINGS)
    return good(f"the bucket {settings.MEDIA_S3_BUCKET} takes files")


def bucket_keeps_versions() -> Finding:
    """`backup` cannot copy it, so the bucket has to keep what is deleted by mistake."""
    if not settings.MEDIA_S3_BUCKET:
        return good(NONE)
    try:
        is_kept = _bucket().keeps_versions()
    except OSError as problem:
        return warning(f"the bucket does not tell: {problem}", fix=LOOK_AT_SETTINGS)
    if not is_kept:
        return warning(
            "backups have no pictures and no documents, and the bucket keeps no versions",
            fix="turn versioning on for the bucket, with an end of old versions after some weeks",
        )
    return good("the bucket keeps versions of what is deleted")


def documents_are_hidden_from_strangers() -> Finding:
    """The newest document, asked for without a key."""
    newest = get_document_model().objects.order_by("-pk").first()
    if not settings.MEDIA_S3_BUCKET or newest is None:
        return good("no document is in a bucket")
    try:
        is_public = _bucket().is_public(newest.file.name)
    except OSError as problem:
        return warning(f"the bucket does not tell: {problem}", fix=LOOK_AT_SETTINGS)
    if is_public:
        return fault(
            "anybody may read the documents in the bucket, private ones, too",
            fix="let its policy open images/ and original_images/ alone (docs/settings.md)",
        )
    return good("nobody reads documents past the newsroom")


def _bucket() -> Any:  # Any: its class is there only where a bucket is set
    return default_storage


CHECKS = (bucket_takes_files, bucket_keeps_versions, documents_are_hidden_from_strangers)
