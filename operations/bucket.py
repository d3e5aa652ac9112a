"""Pictures and documents in a bucket of S3, where the owner has set one (docs/settings.md).

Nothing else imports this module, for its packages are there only where a bucket is set: settings
name its class, and `default_storage` is an object of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import ContentFile, File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

# A page waits for a size of a picture that nobody has asked for before; never for minutes.
CONNECT_TIMEOUT_SECONDS = 5
READ_TIMEOUT_SECONDS = 20
TRIES = 2
DENIED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
TRIAL = "doctor/trial.txt"


@contextmanager
def answering() -> Iterator[None]:
    """What the bucket refuses is an OSError, as a disk's refusal is; FileNotFoundError for 404."""
    try:
        yield
    except ClientError as problem:
        if _status(problem) == HTTPStatus.NOT_FOUND:
            raise FileNotFoundError(str(problem)) from problem
        raise OSError(str(problem)) from problem
    except BotoCoreError as problem:
        raise OSError(str(problem)) from problem


def _status(problem: ClientError) -> int:
    return int(problem.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


class BucketStorage(S3Storage):
    """The bucket is private: the newsroom hands its pictures out, unless it has a public address.

    Documents never get an address here: theirs asks who may read them.
    """

    def get_default_settings(self) -> dict[str, Any]:  # Any: the library's own settings
        """Those of the library, but that nothing is written over and nobody waits for long."""
        config = Config(
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
            read_timeout=READ_TIMEOUT_SECONDS,
            retries={"total_max_attempts": TRIES, "mode": "standard"},
            # Other servers than Amazon's know no newer sums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        changed = {
            "file_overwrite": False,
            "default_acl": None,  # rights are the bucket's, as its owner has set them
            "object_parameters": {"CacheControl": "max-age=0, must-revalidate"},
            "client_config": config,
        }
        return {**super().get_default_settings(), **changed}

    def url(self, name: str, *_signing: object) -> str:
        """Below the public address if there is one, else below the newsroom's own /media/."""
        return (settings.MEDIA_S3_PUBLIC_URL or settings.MEDIA_URL) + filepath_to_uri(name)

    def _open(self, name: str, mode: str = "rb") -> "File[bytes]":
        with answering():
            opened: File[bytes] = super()._open(name, mode)
            return opened

    def _save(self, name: str, content: "File[bytes]") -> str:
        with answering():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        """Whether a file goes by this name; raises OSError."""
        with answering():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Nothing happens where there is no such file; raises OSError."""
        with answering():
            super().delete(name)

    def get_modified_time(self, name: str) -> Any:  # Any: the library's own
        """When the file was stored, aware; raises OSError."""
        with answering():
            return super().get_modified_time(name)

    def try_writing(self) -> None:
        """Stores a file and deletes it; raises OSError."""
        self.delete(self.save(TRIAL, ContentFile(b"A trial of the newsroom's doctor.\n")))

    def keeps_versions(self) -> bool:
        """Whether the bucket keeps what is deleted or written over; raises OSError."""
        with answering():
            return bool(self.bucket.Versioning().status == "Enabled")

    def is_public(self, name: str) -> bool:
        """Whether a stranger may read a file; raises OSError."""
        stranger = self.unsigned_connection.Object(self.bucket_name, self._normalize_name(name))
        with answering():
            try:
                stranger.load()
            except ClientError as problem:
                if _status(problem) in DENIED:
                    return False
                raise
            return True
