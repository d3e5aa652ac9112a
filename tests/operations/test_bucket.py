"""Pictures and documents in a bucket: kept clean, shown by the newsroom, deleted for good."""

import re

import pytest
import requests
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection, CollectionViewRestriction

from blog.models import NewsDocument, NewsImage
from operations import worker
from operations.bucket import BucketStorage
from tests.blog.images import hidden_data, tagged_image
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


def names(bucket: BucketStorage) -> list[str]:
    return sorted(each.key for each in bucket.bucket.objects.all())


def upload(title: str = "Rally") -> NewsImage:
    file = SimpleUploadedFile("maria.jpg", tagged_image("JPEG"), "image/jpeg")
    return NewsImage.objects.create(title=title, file=file, credit="Ana", description="A crowd")


def test_picture_that_is_uploaded_is_clean_in_the_bucket(
    admin_client: Client, bucket: BucketStorage
) -> None:
    file = SimpleUploadedFile("maria.jpg", tagged_image("JPEG"), "image/jpeg")
    admin_client.post("/admin/images/add/", {"title": "Rally", "file": file, "collection": "1"})

    image = NewsImage.objects.get()
    [original] = [name for name in names(bucket) if name.startswith("original_images/")]
    assert (original, "maria" in original) == (image.file.name, False)
    assert hidden_data(bucket.bucket.Object(original).get()["Body"].read()) == []


def test_page_shows_it_and_the_newsroom_hands_it_out(client: Client, bucket: BucketStorage) -> None:
    post = make_post(make_newsroom(), body=[("image", {"image": upload(), "caption": ""})])
    page = client.get(post.url).content.decode()

    [shown] = re.findall(r'<img[^>]* src="/media/(images/[^"]+)"', page)
    answer = client.get(f"/media/{shown}")
    assert answer.getvalue() == bucket.bucket.Object(shown).get()["Body"].read()
    assert answer["Content-Type"].startswith("image/")
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    again = client.get(f"/media/{shown}", headers={"if-modified-since": answer["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")


def test_with_a_public_address_pages_lead_there(settings: Settings, bucket: BucketStorage) -> None:
    settings.MEDIA_S3_PUBLIC_URL = "https://media.example.org/"
    image = upload()
    made = image.get_rendition("width-20")
    assert made.url == f"https://media.example.org/{made.file.name}"
    assert made.full_url == made.url


@pytest.mark.django_db(transaction=True)  # a worker closes connections, as it does at work
def test_what_is_deleted_is_gone_from_the_bucket(bucket: BucketStorage) -> None:
    if not Collection.get_first_root_node():  # an earlier test of this kind has emptied all tables
        Collection.add_root(name="Root")
    image = upload()
    image.get_rendition("width-20")
    document = NewsDocument.objects.create(title="Plan", file=ContentFile(b"a plan", "plan.txt"))
    assert len(names(bucket)) == 3
    image.delete()
    document.delete()
    while worker.run_next_task("a worker"):
        pass
    assert names(bucket) == []


def test_document_under_a_check_is_nobodys_but_of_who_may_read_it(
    client: Client, admin_client: Client, bucket: BucketStorage, s3_address: str
) -> None:
    staff = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(
        collection=staff, restriction_type=CollectionViewRestriction.LOGIN
    )
    file = ContentFile(b"a plan", "plan.txt")
    document = NewsDocument.objects.create(title="Plan", file=file, collection=staff)

    assert client.get(document.url).status_code == 302
    assert client.get(f"/media/{document.file.name}").status_code == 404
    past = requests.get(f"{s3_address}/pictures/{document.file.name}", timeout=10)
    assert past.status_code == 403
    answer = admin_client.get(document.url)
    assert (answer.getvalue(), answer["X-Content-Type-Options"]) == (b"a plan", "nosniff")


def test_two_documents_of_one_name_stay_two(bucket: BucketStorage) -> None:
    first, second = (
        NewsDocument.objects.create(title="Plan", file=ContentFile(words, "plan.txt"))
        for words in (b"one", b"two")
    )
    assert first.file.read() == b"one"
    assert second.file.read() == b"two"


def test_picture_that_is_lost_is_an_error_of_wagtail(bucket: BucketStorage) -> None:
    image = upload()
    bucket.delete(image.file.name)
    with pytest.raises(SourceImageIOError):
        NewsImage.objects.get(pk=image.pk).get_rendition("width-20")


def test_bucket_that_does_not_answer_is_like_a_broken_disk(settings: Settings) -> None:
    away = BucketStorage(
        bucket_name="pictures",
        endpoint_url="http://127.0.0.1:9",
        region_name="us-east-1",
        access_key="a",
        secret_key="b",
    )
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        away.open("images/a.png")
