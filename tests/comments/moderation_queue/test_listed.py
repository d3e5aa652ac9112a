"""In which order the list shows comments, and of those alike which one."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from comments.models import Cluster
from comments.moderation_queue.filters import QueueFilter
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.listing import (
    LATE,
    NEXT_DAY,
    NOON,
    bodies,
    counted,
    listed,
)


def test_what_waits_longest_comes_first(post):
    make_comment(post, "second", status="pending", created_at=NEXT_DAY)
    make_comment(post, "first", status="pending", created_at=NOON)
    assert listed("") == ["first", "second"]


@pytest.mark.parametrize("tab", ["published", "all"])
def test_elsewhere_the_newest_comes_first(post, tab):
    make_comment(post, "old", created_at=NOON)
    make_comment(post, "new", created_at=NEXT_DAY)
    assert listed(f"status={tab}") == ["new", "old"]


def test_the_tab_of_reports_lists_what_is_reported_public_ones_first_then_the_oldest(post):
    make_comment(post, "nobody minds")
    for body, status, said_at in [
        ("held", "pending", NOON),
        ("late", "published", NEXT_DAY),
        ("early", "published", LATE),
    ]:
        comment = make_comment(post, body, status=status, created_at=said_at)
        make_report(comment)
        make_report(comment)
    settled = make_comment(post, "settled")
    make_report(settled, state="dismissed", settled_at=NOON)
    assert listed("status=reported") == ["early", "late", "held"]


def test_what_waits_alike_is_listed_once_and_counted_in_full(post):
    cluster = Cluster.objects.create(sketch=b"")
    for body, said_at in (("first", NOON), ("second", LATE), ("third", NEXT_DAY)):
        make_comment(post, body, status="pending", cluster=cluster, created_at=said_at)
    make_comment(post, "like no other", status="pending", created_at=NEXT_DAY)
    wanted = QueueFilter(QueryDict(""))
    assert listed("") == ["first", "like no other"]
    assert counted(wanted)["pending"] == 4


@pytest.mark.parametrize("tab", ["pending", "all"])
def test_all_that_are_alike_can_be_listed(post, tab):
    cluster, other = (Cluster.objects.create(sketch=b"") for _ in range(2))
    for body in ("one", "two"):
        make_comment(post, body, status="pending", cluster=cluster)
    make_comment(post, "three", status="pending", cluster=other)
    wanted = QueueFilter(QueryDict(f"status={tab}&alike={cluster.pk}"))
    assert set(bodies(wanted)) == {"one", "two"}
    assert wanted.narrows


def test_elsewhere_each_comment_is_listed(post):
    cluster = Cluster.objects.create(sketch=b"")
    for _ in range(2):
        make_comment(post, cluster=cluster)
    wanted = QueueFilter(QueryDict("status=published"))
    assert len(bodies(wanted)) == counted(wanted)["published"] == 2


def test_what_may_do_harm_comes_first_and_then_what_waits_longest(post):
    make_comment(post, "old", status="pending", created_at=NOON)
    make_comment(post, "reported", status="pending", created_at=NEXT_DAY, urgency=20)
    make_comment(post, "number", status="pending", created_at=NEXT_DAY, urgency=40)
    make_comment(post, "older number", status="pending", created_at=LATE, urgency=40)
    assert listed("") == ["older number", "number", "reported", "old"]
    assert listed("urgent=on") == ["older number", "number", "reported"]


def test_what_is_urgent_has_a_card_of_its_own(post):
    cluster = Cluster.objects.create(sketch=b"")
    for body, urgency in (("one", 0), ("two", 0), ("urgent", 40)):
        make_comment(post, body, status="pending", cluster=cluster, urgency=urgency)
    assert len(listed("")) == 2
    assert listed("")[0] == "urgent"


def test_alike_that_were_published_before_have_one_card(post):
    cluster = Cluster.objects.create(sketch=b"")
    for body, said_at in (("first", NOON), ("second", NEXT_DAY)):
        fields = {"cluster": cluster, "urgency": 10, "created_at": said_at}
        make_comment(post, body, status="pending", **fields)
    assert listed("") == listed("urgent=on") == ["first"]


def test_of_those_alike_the_first_that_fits_the_filters_stands_for_all(post):
    cluster = Cluster.objects.create(sketch=b"")
    for body, said_at in (("first", NOON), ("second", NEXT_DAY), ("third", NEXT_DAY)):
        make_comment(post, body, status="pending", cluster=cluster, created_at=said_at)
    assert len(listed("since=2026-03-05")) == 1


def test_pages_of_a_list_follow_one_another_through_all_that_is_in_it(post):
    for number in range(60):
        make_comment(post, str(number), status="pending", urgency=10 * (number % 3))
    wanted, seen = QueueFilter(QueryDict("")), []
    while True:
        page = wanted.listed()
        seen += page.numbers
        if page.after is None:
            break
        wanted = QueueFilter(QueryDict(wanted.url(after=page.after).partition("?")[2]))
    assert len(seen) == len(set(seen)) == 60
    before = QueueFilter(QueryDict(wanted.url(before=page.before).partition("?")[2])).listed()
    assert before.numbers == seen[25:50]


def test_where_only_what_is_urgent_is_asked_for_nothing_else_is_gone_through(post):
    make_comment(post, "urgent", status="pending", urgency=40)
    make_comment(post, "not urgent", status="pending")
    wanted = QueueFilter(QueryDict("urgent=on"))
    assert (len(wanted.stretches()), listed("urgent=on")) == (1, ["urgent"])


@pytest.mark.parametrize("tab", ["confirmed_spam", "spam", "published", "all"])
def test_only_what_waits_is_urgent(post, tab):
    make_comment(post, "confirmed", status="spam", urgency=1)
    assert listed(f"status={tab}&urgent=on") == []


def test_a_search_is_prepared_once_for_all_tabs(post):
    wanted = QueueFilter(QueryDict("q=words"))
    with CaptureQueriesContext(connection) as queries:
        wanted.lists()
    assert sum("comments_search" in query["sql"] for query in queries) == 1
