"""A post appears and goes by itself at the minute that its editor said."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from time_machine import Traveller

from blog.models import PostPage
from operations import clock as newsroom_clock
from tests.home.editing import change, write_post
from tests.home.staff import EDITORS, window_of
from tests.pages import Newsroom, make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def editor(clock: Traveller) -> Client:
    return window_of(EDITORS)


def in_minutes(minutes: int) -> str:
    """As the editor types it, on the newsroom's clock."""
    moment = timezone.localtime(timezone.now() + timedelta(minutes=minutes))
    return f"{moment:%Y-%m-%d %H:%M}"


def status(client: Client) -> int:
    return client.get("/news/the-county-votes/").status_code


def pass_minutes(clock: Traveller, minutes: int) -> None:
    clock.shift(timedelta(minutes=minutes))
    newsroom_clock.publish_scheduled()


def test_a_scheduled_post_appears_by_itself(newsroom, editor, client, clock) -> None:
    write_post(editor, newsroom.index, go_live_at=in_minutes(30), action_publish="1")
    assert status(client) == 404
    pass_minutes(clock, 29)
    assert status(client) == 404
    pass_minutes(clock, 2)
    assert status(client) == 200


def test_an_expired_post_goes_by_itself(newsroom, editor, client, clock) -> None:
    write_post(editor, newsroom.index, expire_at=in_minutes(30), action_publish="1")
    assert status(client) == 200
    pass_minutes(clock, 31)
    assert status(client) == 404


def test_a_change_can_wait_too(newsroom, editor, client, clock) -> None:
    write_post(editor, newsroom.index, action_publish="1")
    post = PostPage.objects.get(slug="the-county-votes")
    change(editor, post, title="The county decided", go_live_at=in_minutes(30), action_publish="1")
    assert "The county votes" in client.get("/news/the-county-votes/").content.decode()
    pass_minutes(clock, 31)
    assert "The county decided" in client.get("/news/the-county-votes/").content.decode()


def test_a_moment_that_is_over_is_refused(newsroom, editor) -> None:
    page = write_post(editor, newsroom.index, expire_at=in_minutes(-30), action_publish="1")
    assert "Expiry date/time must be in the future" in page.content.decode()
    assert not PostPage.objects.exists()
