"""A bucket is looked at: its rights, its versions, and what strangers read in it."""

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from blog.models import NewsDocument
from operations.bucket import BucketStorage
from operations.doctor import Grade
from operations.doctor import bucket as looked_at
from operations.doctor.examining import Check

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(bucket: BucketStorage) -> NewsDocument:
    return NewsDocument.objects.create(title="Plan", file=ContentFile(b"a plan", "plan.txt"))


@pytest.mark.parametrize("check", looked_at.CHECKS)
def test_newsroom_without_a_bucket_is_well(check: Check) -> None:
    assert check().grade == Grade.GOOD


@pytest.mark.parametrize("check", looked_at.CHECKS)
def test_bucket_that_is_set_up_as_the_guide_says_is_well(
    check: Check, bucket: BucketStorage, document: NewsDocument
) -> None:
    bucket.bucket.Versioning().enable()
    assert check().grade == Grade.GOOD
    assert [each.key for each in bucket.bucket.objects.all()] == [document.file.name]


def test_bucket_without_versions_is_told(bucket: BucketStorage) -> None:
    found = looked_at.bucket_keeps_versions()
    assert (found.grade, "backups have no pictures" in found.says) == (Grade.WARNING, True)


def test_documents_that_strangers_read_are_a_fault(
    bucket: BucketStorage, document: NewsDocument
) -> None:
    bucket.bucket.Object(document.file.name).Acl().put(ACL="public-read")
    found = looked_at.documents_are_hidden_from_strangers()
    assert (found.grade, "anybody may read" in found.says) == (Grade.FAULT, True)


@pytest.mark.parametrize(
    ("check", "grade"),
    [
        (looked_at.bucket_takes_files, Grade.FAULT),
        (looked_at.bucket_keeps_versions, Grade.WARNING),
        (looked_at.documents_are_hidden_from_strangers, Grade.WARNING),
    ],
)
def test_bucket_that_is_not_there_is_told(
    check: Check, grade: Grade, bucket: BucketStorage, document: NewsDocument, settings: Settings
) -> None:
    bucket.delete(document.file.name)
    bucket.bucket.delete()
    found = check()
    assert (found.grade, "docs/settings.md" in found.fix) == (grade, True)
