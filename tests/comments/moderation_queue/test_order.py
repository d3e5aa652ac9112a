"""Pages of a list by keys: nothing twice, nothing left out, wherever rows come and go."""

from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest

from comments.models import Comment
from comments.moderation_queue.order import (
    Cursor,
    Stretch,
    first_page,
    page_after,
    page_before,
    read_cursor,
)
from tests.comments.factories import SAID_AT, make_comment

OLDEST, URGENT = ("created_at", "id"), ("-urgency", "created_at", "id")


def stretches():
    everything = Comment.objects.all()
    return [
        Stretch(everything.filter(urgency__gt=0), URGENT),
        Stretch(everything.filter(urgency=0), OLDEST),
    ]


@pytest.fixture
def in_order(post):
    """Twenty comments: urgent ones, some of them said at the same moment, before the others."""
    for number in range(20):
        said_at = SAID_AT + timedelta(hours=number // 3)
        make_comment(post, urgency=10 * (number % 4 == 0) * (1 + number % 3), created_at=said_at)
    ordered = Comment.objects.order_by("-urgency", "created_at", "id")
    return list(ordered.values_list("pk", flat=True))


@pytest.mark.parametrize("size", [1, 3, 7, 19, 20, 21])
def test_pages_go_through_the_whole_list_and_back(in_order, size):
    page, forth = first_page(stretches(), size), []
    while True:
        forth.append(page.numbers)
        if page.after is None:
            break
        page = page_after(stretches(), page.after, size)
    assert list(chain(*forth)) == in_order
    for numbers in reversed(forth[:-1]):
        page = page_before(stretches(), page.before, size)
        assert page.numbers == numbers
    assert page.before is None


def test_the_next_page_begins_where_it_would_have_when_rows_went_meanwhile(in_order):
    page = first_page(stretches(), 5)
    Comment.objects.filter(pk__in=in_order[2:5]).delete()
    assert page_after(stretches(), page.after, 5).numbers == in_order[5:10]


def test_behind_the_last_row_the_list_begins_again(in_order):
    last = Cursor(1, (datetime(2030, 1, 1, tzinfo=UTC), 1))
    assert page_after(stretches(), last, 5).numbers == in_order[:5]


def test_before_the_first_row_is_the_first_page(in_order):
    first = Cursor(0, (99, SAID_AT, 1))
    assert page_before(stretches(), first, 5).numbers == in_order[:5]


def test_an_empty_list_has_one_page(db):
    page = first_page(stretches(), 5)
    assert (page.numbers, page.before, page.after) == ([], None, None)


def test_a_place_travels_in_an_address():
    cursor = Cursor(0, (40, datetime(2026, 3, 4, 5, 6, 7, 89, tzinfo=UTC), 12))
    assert read_cursor(str(cursor), stretches()) == cursor


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "0",
        "0.1",
        "0.1.2.3.4",
        "2.1.1",
        "-1.1.1",
        f"1.{10**18}.1",
        f"1.1.{2**63}",
        "1" * 101,
        "0.1.2.",
        "0. 1.2.x",
        "1.1e3.1",
    ],
)
def test_what_names_no_place_is_none(typed):
    assert read_cursor(typed, stretches()) is None
