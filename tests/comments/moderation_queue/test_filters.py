from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from django.urls import reverse

from comments.models import Cluster, SpamCheck
from comments.moderation_queue.filters import QueueFilter, queue_url
from comments.states import CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.pages import make_post

NOON = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
LATE = datetime(2026, 3, 5, 4, 59, tzinfo=UTC)  # still the 4th in New York
NEXT_DAY = datetime(2026, 3, 5, 5, 0, tzinfo=UTC)
QUEUE = reverse("reader_comments:queue")


def listed(query):
    return [comment.body for comment in QueueFilter(QueryDict(query)).listed()]


@pytest.fixture
def said(post):
    """One comment in every status, named for it."""
    return [make_comment(post, status, status=status) for status in CommentStatus]


@pytest.mark.parametrize("status", CommentStatus)
def test_a_tab_lists_the_comments_of_its_status(said, status):
    assert listed(f"status={status}") == [status]


def test_without_a_tab_what_waits_is_listed(said):
    assert listed("") == ["pending"]


def test_a_tab_that_does_not_exist_is_left_aside(said):
    assert listed("status=deleted") == ["pending"]


def test_all_lists_every_status(said):
    assert set(listed("status=all")) == set(CommentStatus)


def test_what_waits_longest_comes_first(post):
    make_comment(post, "second", status="pending", created_at=NEXT_DAY)
    make_comment(post, "first", status="pending", created_at=NOON)
    assert listed("") == ["first", "second"]


@pytest.mark.parametrize("tab", ["published", "all"])
def test_elsewhere_the_newest_comes_first(post, tab):
    make_comment(post, "old", created_at=NOON)
    make_comment(post, "new", created_at=NEXT_DAY)
    assert listed(f"status={tab}") == ["new", "old"]


@pytest.mark.parametrize("words", ["WATER", "maría", "  water  "])
def test_search_finds_words_and_names_whatever_their_case(post, words):
    make_comment(post, "I will bring water.", status="pending", author_name="José María")
    make_comment(post, "No.", status="pending")
    assert listed(f"q={words}") == ["I will bring water."]


@pytest.mark.parametrize("pattern", ["%", "_", "%%%%", "(a+)+$", ".*", "\\", "'", "x%27 OR 1=1--"])
def test_search_takes_patterns_for_plain_text(post, pattern):
    make_comment(post, "nothing of the kind", status="pending")
    make_comment(post, f"so: {pattern}", status="pending")
    found = QueueFilter(QueryDict(mutable=True) | {"q": pattern}).listed()
    assert [comment.body for comment in found] == [f"so: {pattern}"]


@pytest.mark.parametrize("words", ["%00", "x" * 201])
def test_words_that_no_comment_can_hold_are_named_and_left_aside(said, words):
    wanted = QueueFilter(QueryDict(f"q={words}"))
    assert wanted.errors["q"]
    assert wanted.listed().count() == 1


def test_a_post_is_found_by_its_title(newsroom, post):
    make_comment(post, "here", status="pending")
    make_comment(make_post(newsroom, title="A march"), "there", status="pending")
    assert listed("post=MARCH") == ["there"]


def test_a_post_is_found_by_its_number(newsroom, post):
    make_comment(post, "here", status="pending")
    make_comment(make_post(newsroom, title="A march"), "there", status="pending")
    assert listed(f"page={post.pk}") == ["here"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 40])
def test_a_number_that_no_post_has_is_left_aside(said, number):
    assert QueueFilter(QueryDict(f"page={number}")).errors["page"]
    assert listed(f"page={number}") == ["pending"]


def test_days_are_those_of_the_newsroom_and_count_in_full(post):
    for name, moment in {"noon": NOON, "late": LATE, "next": NEXT_DAY}.items():
        make_comment(post, name, status="pending", created_at=moment)
    assert listed("since=2026-03-05") == ["next"]
    assert listed("until=2026-03-04") == ["noon", "late"]
    assert listed("since=2026-03-04&until=2026-03-04") == ["noon", "late"]


@pytest.mark.parametrize("query", ["since=0001-01-01&until=9999-12-31", "since=x&until=2026-02-30"])
def test_no_date_breaks_the_list(said, query):
    assert listed(query) == ["pending"]


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


def test_the_tab_of_reports_counts_comments_that_fit_the_other_filters(post):
    for body in ("water", "fire"):
        comment = make_comment(post, body)
        make_report(comment)
        make_report(comment)
    wanted = QueueFilter(QueryDict("q=water"))
    assert wanted.counts()["reported"] == 1


def test_tabs_count_what_fits_the_other_filters(said, post):
    make_comment(post, "one more spam", status="spam")
    wanted = QueueFilter(QueryDict("q=spam"))
    counts = {tab.label: tab.count for tab in wanted.tabs(wanted.counts())}
    assert counts == {
        "Waiting": 0, "Reported": 0, "Edited": 0, "To check": 0, "Published": 0, "Spam": 2,
        "Removed": 0, "Trashed": 0, "All": 2,
    }  # fmt: skip


def test_a_tab_keeps_the_filters_and_begins_at_its_first_page(said):
    wanted = QueueFilter(QueryDict("q=x&p=3&status=spam"))
    urls = {tab.label: tab.url for tab in wanted.tabs({})}
    assert urls["Removed"] == f"{QUEUE}?status=removed&q=x"
    assert [tab.label for tab in wanted.tabs({}) if tab.is_current] == ["Spam"]


@pytest.mark.parametrize(
    ("query", "narrows", "is_detailed"),
    [("", False, False), ("status=spam&p=2", False, False), ("q=x", True, False)]
    + [(f"{name}=1", True, name != "page") for name in ("page", "post", "since", "until")],
)
def test_the_list_knows_whether_it_is_narrowed(db, query, narrows, is_detailed):
    wanted = QueueFilter(QueryDict(query))
    assert (wanted.narrows, wanted.is_detailed) == (narrows, is_detailed)


@pytest.mark.parametrize(
    ("back", "url"),
    [
        ("", QUEUE),
        ("status=spam&q=a+b&p=2", f"{QUEUE}?status=spam&q=a+b&p=2"),
        ("status=spam&next=x", f"{QUEUE}?status=spam"),
    ],
)
def test_the_way_back_leads_to_the_list_as_it_was(back, url):
    assert queue_url(back) == url


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.test/",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "/%5cevil.test",
        "\\\\evil.test",
        "javascript:alert(1)",
        "//evil%2f..",
        "q=%0d%0aLocation:%20https://evil.test",
        "#@evil.test",
    ],
)
def test_the_way_back_never_leaves_the_list(back):
    url = queue_url(back)
    assert url == QUEUE or url.startswith(f"{QUEUE}?")
    assert "\r" not in url
    assert "\n" not in url


def test_what_waits_alike_is_listed_once_and_counted_in_full(post):
    cluster = Cluster.objects.create(sketch=b"")
    for body, said_at in (("first", NOON), ("second", LATE), ("third", NEXT_DAY)):
        make_comment(post, body, status="pending", cluster=cluster, created_at=said_at)
    make_comment(post, "like no other", status="pending", created_at=NEXT_DAY)
    wanted = QueueFilter(QueryDict(""))
    assert listed("") == ["first", "like no other"]
    assert wanted.number_listed(wanted.counts()) == 2
    assert wanted.counts()["pending"] == 4


@pytest.mark.parametrize("tab", ["pending", "all"])
def test_all_that_are_alike_can_be_listed(post, tab):
    cluster, other = (Cluster.objects.create(sketch=b"") for _ in range(2))
    for body in ("one", "two"):
        make_comment(post, body, status="pending", cluster=cluster)
    make_comment(post, "three", status="pending", cluster=other)
    wanted = QueueFilter(QueryDict(f"status={tab}&alike={cluster.pk}"))
    assert {comment.body for comment in wanted.listed()} == {"one", "two"}
    assert wanted.number_listed(wanted.counts()) == 2
    assert wanted.narrows


@pytest.mark.parametrize("number", ["0", "-1", "x", str(2**63)])
def test_a_cluster_that_cannot_be_is_left_aside(said, number):
    wanted = QueueFilter(QueryDict(f"alike={number}"))
    assert wanted.errors["alike"]
    assert wanted.listed().count() == 1


def test_elsewhere_each_comment_is_listed(post):
    cluster = Cluster.objects.create(sketch=b"")
    for _ in range(2):
        make_comment(post, cluster=cluster)
    wanted = QueueFilter(QueryDict("status=published"))
    assert wanted.listed().count() == wanted.number_listed(wanted.counts()) == 2


def test_what_was_drawn_for_a_check_has_a_tab(post):
    make_comment(post)
    SpamCheck.objects.create(comment=make_comment(post, "drawn"))
    wanted = QueueFilter(QueryDict("status=check"))
    assert [comment.body for comment in wanted.listed()] == ["drawn"]
    assert wanted.number_listed(wanted.counts()) == 1
