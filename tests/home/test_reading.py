import pytest
from wagtail.models import PageViewRestriction

from home.models import NewsroomSettings
from operations.models import PageViews
from operations.page_views import buffer, flush
from operations.page_views.buffer import Buffer
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.pages import make_newsroom, make_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


@pytest.fixture
def newsroom(settings, monkeypatch):
    settings.COUNTS_PAGE_VIEWS = True
    monkeypatch.setattr(buffer, "_BUFFER", Buffer(now=0.0))
    return make_newsroom()


@pytest.fixture
def post(newsroom):
    return make_post(newsroom)


def readings():
    flush()
    return {row.page_id: (row.day.isoformat(), row.number) for row in PageViews.objects.all()}


def test_a_page_that_is_read_is_counted_on_the_newsrooms_day(client, newsroom, post, clock):
    clock.move_to("2026-03-05T02:00:00+00:00")  # still the fourth in New York
    for address in (post.url, post.url, newsroom.home.url):
        client.get(address, headers=FIREFOX)
    assert readings() == {post.pk: ("2026-03-04", 2), newsroom.home.pk: ("2026-03-04", 1)}


def test_a_reader_gets_no_cookie_for_it(client, post):
    assert not client.get(post.url, headers=FIREFOX).cookies


def test_the_owner_may_turn_it_off(client, newsroom, post):
    NewsroomSettings.objects.create(site=newsroom.site, counts_views=False)
    client.get(post.url, headers=FIREFOX)
    assert readings() == {}


def test_neither_staff_nor_machines_nor_feeds_are_counted(client, newsroom, post):
    sign_in(make_user(is_superuser=True)).get(post.url, headers=FIREFOX)
    client.get(post.url, headers={"user-agent": "Googlebot/2.1"})
    client.get(f"{newsroom.index.url}feed/", headers=FIREFOX)
    client.get("/nothing/", headers=FIREFOX)
    assert readings() == {}


def test_a_page_that_asks_for_a_password_was_not_read(client, post):
    PageViewRestriction.objects.create(page=post, restriction_type="password", password="secret")
    assert client.get(post.url, headers=FIREFOX).status_code == 200
    assert readings() == {}
