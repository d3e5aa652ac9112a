from datetime import UTC, datetime

import pytest
from ical.calendar_stream import IcsCalendarStream
from wagtail.models import PageViewRestriction

from blog.models import PostEvent
from tests.blog.events.happenings import event_block, make_event_post
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db

NOWHERE = "/events/6d1ed3ae-6d3d-4bd4-9a3f-2f2f5e4c8a10.ics"


def address_of(post):
    return f"/events/{post.body[0].id}.ics"


def test_the_file_of_an_event_gives_another_library_the_right_moment(client):
    post = make_event_post()
    answer = client.get(address_of(post))
    [event] = IcsCalendarStream.calendar_from_ics(answer.content.decode()).events
    assert event.start.astimezone(UTC) == datetime(2012, 1, 9, 20, 30, tzinfo=UTC)
    assert event.url == post.full_url


def test_it_is_a_calendar_for_phones_and_caches(client):
    answer = client.get(address_of(make_event_post()))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"].endswith('.ics"')
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_it_is_not_sent_again_to_whoever_has_it(client):
    address = address_of(make_event_post())
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_change_is_another_file(client):
    post = make_event_post()
    tag = client.get(address_of(post))["ETag"]
    post.body[0].value["state"] = "cancelled"
    post.save_revision().publish()
    answer = client.get(address_of(post), headers={"If-None-Match": tag})
    assert b"STATUS:CANCELLED" in answer.content


def test_each_language_has_its_own_words(client):
    newsroom = make_newsroom()
    post = make_event_post(newsroom)
    spanish = event_block(title="Seminario") | {"id": post.body[0].id}
    make_post(make_translation(newsroom), body=[spanish])
    assert b"SUMMARY:How to keep" in client.get(address_of(post)).content
    assert b"SUMMARY:Seminario" in client.get(f"/es{address_of(post)}").content


def test_a_language_without_a_translation_has_the_event_all_the_same(client):
    newsroom = make_newsroom()
    make_translation(newsroom)
    assert client.get(f"/es{address_of(make_event_post(newsroom))}").status_code == 200


def test_what_is_not_public_has_no_file(client):
    post = make_event_post()
    restriction = PageViewRestriction.objects.create(
        page=post, restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get(address_of(post)).status_code == 404
    restriction.delete()
    assert client.get(address_of(post)).status_code == 200
    post.unpublish()
    assert client.get(address_of(post)).status_code == 404


def test_what_there_never_was_has_no_file(client):
    make_newsroom()
    assert client.get(NOWHERE).status_code == 404


def test_a_row_without_its_block_leads_to_no_error(client):
    post = make_event_post()
    PostEvent.objects.update(block_id="6d1ed3ae-6d3d-4bd4-9a3f-2f2f5e4c8a10")
    assert client.get(NOWHERE).status_code == 404
    assert post.live


def test_it_can_be_read_and_nothing_else(client):
    assert client.post(address_of(make_event_post())).status_code == 405
