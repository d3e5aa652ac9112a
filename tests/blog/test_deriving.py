from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from blog.deriving import settle
from blog.models import PostAction, PostEvent, PostPage
from tests.blog.events.happenings import event_block, make_event_post
from tests.pages import make_newsroom, make_plain_page, make_post, paragraph

pytestmark = pytest.mark.django_db

CALL = {
    "kind": "call",
    "title": "Call the sheriff",
    "text": "",
    "url": "",
    "phone": "+1 212 555 0100",
    "email": "",
    "script": "",
    "button": "",
}


def action_block(**changes):
    return {"type": "action", "id": str(uuid4()), "value": CALL | changes}


def titles():
    return sorted(PostEvent.objects.values_list("title", flat=True))


def test_an_event_of_a_live_page_is_a_row():
    post = make_event_post()
    [row] = PostEvent.objects.all()
    assert (row.page_id, str(row.block_id)) == (post.pk, post.body[0].id)
    assert (row.starts_at, row.ends_at) == (
        datetime(2012, 1, 9, 20, 30, tzinfo=UTC),
        datetime(2012, 1, 9, 22, 0, tzinfo=UTC),
    )
    assert (row.time_zone, row.state) == ("America/New_York", "planned")


def test_an_action_of_a_live_page_is_a_row():
    make_post(make_newsroom(), body=[action_block(), action_block(url="https://example.org/")])
    rows = PostAction.objects.order_by("pk").values_list("kind", "label", "url")
    assert list(rows) == [
        ("call", "Call the sheriff", "tel:+12125550100"),
        ("call", "Call the sheriff", "https://example.org/"),
    ]


def test_an_action_that_leads_nowhere_is_no_row():
    make_post(make_newsroom(), body=[action_block(kind="share", phone="")])
    assert not PostAction.objects.exists()


def test_a_plain_page_has_rows_as_a_post_has():
    make_plain_page(make_newsroom(), body=[event_block(title="A")])
    assert titles() == ["A"]


def test_a_page_that_is_not_live_has_none():
    make_post(make_newsroom(), body=[event_block()], live=False)
    assert titles() == []


def test_publishing_a_draft_makes_its_rows():
    post = make_post(make_newsroom(), body=[event_block(title="A")], live=False)
    post.save_revision().publish()
    assert titles() == ["A"]


def test_a_draft_of_a_live_page_changes_no_row():
    """Wagtail saves the page with a draft's words in hand when it makes a revision."""
    post = make_event_post(title="Public")
    post.body = [event_block(title="Secret"), action_block()]
    post.save_revision()
    assert titles() == ["Public"]
    assert not PostAction.objects.exists()


def test_publishing_a_change_changes_the_row_and_keeps_it():
    post = make_event_post(title="Public")
    before = PostEvent.objects.get().pk
    post.body[0].value["title"] = "Changed"
    post.body[0].value["state"] = "cancelled"
    post.save_revision().publish()
    row = PostEvent.objects.get()
    assert (row.pk, row.title, row.state) == (before, "Changed", "cancelled")


def test_what_is_taken_out_of_a_body_loses_its_row():
    post = make_post(make_newsroom(), body=[event_block(title="A"), action_block()])
    post.body = [paragraph()]
    post.save()
    assert titles() == []
    assert not PostAction.objects.exists()


def test_unpublishing_takes_the_rows_away():
    post = make_event_post()
    Page.objects.get(pk=post.pk).unpublish()  # as the clock does with an expired page
    assert titles() == []


def test_deleting_a_page_takes_its_rows_along():
    make_event_post().delete()
    assert titles() == []


def test_what_is_saved_without_the_body_is_looked_up():
    post = make_event_post(title="Public")
    stale = PostPage.objects.get(pk=post.pk)
    stale.body = [event_block(title="Never saved")]
    stale.save(update_fields=["live"])
    assert titles() == ["Public"]


def test_doing_it_twice_changes_nothing():
    post = make_event_post()
    before = list(PostEvent.objects.values())
    settle(post)
    assert list(PostEvent.objects.values()) == before


def test_an_event_without_a_time_is_no_row():
    make_event_post(date=None)
    assert titles() == []


def test_a_block_that_stands_there_twice_has_one_row():
    block = event_block()
    make_post(make_newsroom(), body=[block, block])
    assert len(titles()) == 1


def test_a_block_with_no_proper_identifier_has_no_row():
    make_post(make_newsroom(), body=[event_block() | {"id": "first"}])
    assert titles() == []


def test_rows_follow_in_the_transaction_of_the_page():
    newsroom = make_newsroom()
    with transaction.atomic():
        make_event_post(newsroom)
        transaction.set_rollback(True)
    assert (titles(), PostPage.objects.exists()) == ([], False)


def test_reading_events_costs_no_query_for_images():
    image = {"type": "image", "id": str(uuid4()), "value": {"image": {"image": 1}, "caption": ""}}
    post = make_post(make_newsroom(), body=[image, event_block()])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        settle(PostPage.objects.get(pk=post.pk))
    assert not [query for query in queries if "newsimage" in query["sql"]]
