"""A page that the page cache hands out is read, too."""

import pytest

from operations.models import PageViews
from operations.page_views import buffer
from operations.page_views.kept import count_kept
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db
PERSON = {"HTTP_USER_AGENT": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Firefox/140.0"}


def test_people_count_and_machines_do_not() -> None:
    page = make_post(make_newsroom())
    buffer.flush()
    PageViews.objects.all().delete()
    count_kept(page.pk, PERSON)
    count_kept(page.pk, {"HTTP_USER_AGENT": "Googlebot/2.1"})
    count_kept(page.pk, PERSON | {"HTTP_SEC_PURPOSE": "prefetch;prerender"})
    count_kept(page.pk, {})
    buffer.flush()
    assert PageViews.objects.get().number == 1
