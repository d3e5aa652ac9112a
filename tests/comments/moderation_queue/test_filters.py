import pytest
from django.http import QueryDict
from django.urls import reverse

from comments.models import SpamCheck, Thread
from comments.moderation_queue.filters import QueueFilter, queue_url
from comments.states import CommentStatus
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
from tests.pages import make_post

QUEUE = reverse("reader_comments:queue")


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


@pytest.mark.parametrize("words", ["WATER", "maría", "  water  "])
def test_search_finds_words_and_names_whatever_their_case(post, words):
    make_comment(post, "I will bring water.", status="pending", author_name="José María")
    make_comment(post, "No.", status="pending")
    assert listed(f"q={words}") == ["I will bring water."]


@pytest.mark.parametrize("pattern", ["%", "_", "%%%%", ".*", "\\", "'", '"', "(*)"])
def test_signs_are_no_words_and_no_pattern_either(post, pattern):
    make_comment(post, f"so: {pattern}", status="pending")
    assert bodies(QueueFilter(QueryDict(mutable=True) | {"q": pattern})) == []
    assert bodies(QueueFilter(QueryDict(mutable=True) | {"q": f"so {pattern}"})) == [
        f"so: {pattern}"
    ]


@pytest.mark.parametrize("words", ["%00", "x" * 201])
def test_words_that_no_comment_can_hold_are_named_and_left_aside(said, words):
    wanted = QueueFilter(QueryDict(f"q={words}"))
    assert wanted.errors["q"]
    assert len(bodies(wanted)) == 1


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


def test_the_tab_of_reports_counts_comments_that_fit_the_other_filters(post):
    for body in ("water", "fire"):
        comment = make_comment(post, body)
        make_report(comment)
        make_report(comment)
    wanted = QueueFilter(QueryDict("q=water"))
    assert counted(wanted)["reported"] == 1


def test_tabs_count_what_fits_the_other_filters(said, post):
    make_comment(post, "one more spam", status="spam")
    wanted = QueueFilter(QueryDict("q=spam"))
    counts = {tab.label: tab.number for tab in wanted.tabs(counted(wanted))}
    assert counts == {
        "Waiting": "0", "Reported": "0", "Edited": "0", "To check": "0", "Published": "0",
        "Spam": "2", "Confirmed spam": "0", "Removed": "0", "Trashed": "0", "All": "2",
    }  # fmt: skip


def test_a_tab_keeps_the_filters_and_begins_at_its_first_page(said):
    wanted = QueueFilter(QueryDict("q=x&after=0.1.1&status=spam"))
    urls = {tab.label: tab.url for tab in wanted.tabs({})}
    assert urls["Removed"] == f"{QUEUE}?status=removed&q=x"
    assert [tab.label for tab in wanted.tabs({}) if tab.is_current] == ["Spam"]


@pytest.mark.parametrize(
    ("query", "narrows", "is_detailed"),
    [("", False, False), ("status=spam&after=0.1.1", False, False), ("q=x", True, False)]
    + [
        (f"{name}=1", True, name != "page")
        for name in ("page", "post", "since", "until", "language", "section", "urgent")
    ],
)
def test_the_list_knows_whether_it_is_narrowed(db, query, narrows, is_detailed):
    wanted = QueueFilter(QueryDict(query))
    assert (wanted.narrows, wanted.is_detailed) == (narrows, is_detailed)


@pytest.mark.parametrize(
    ("back", "url"),
    [
        ("", QUEUE),
        ("status=spam&q=a+b&n=50&after=0.1", f"{QUEUE}?status=spam&q=a+b&n=50&after=0.1"),
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


@pytest.mark.parametrize("number", ["0", "-1", "x", str(2**63)])
def test_a_cluster_that_cannot_be_is_left_aside(said, number):
    wanted = QueueFilter(QueryDict(f"alike={number}"))
    assert wanted.errors["alike"]
    assert len(bodies(wanted)) == 1


def test_what_was_drawn_for_a_check_has_a_tab(post):
    make_comment(post)
    SpamCheck.objects.create(comment=make_comment(post, "drawn"))
    wanted = QueueFilter(QueryDict("status=check"))
    assert bodies(wanted) == ["drawn"]
    assert counted(wanted)["check"] == 1


def test_spam_that_a_person_confirmed_has_a_tab_of_its_own(post):
    make_comment(post, "binned", status="spam")
    make_comment(post, "confirmed", status="spam", urgency=1)
    assert listed("status=spam") == ["binned"]
    assert listed("status=confirmed_spam") == ["confirmed"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("es", ["es"]),
        ("other", ["fr"]),
        ("untold", ["short"]),
        ("tlh", ["es", "fr", "short", "new"]),
    ],
)
def test_a_list_can_be_of_one_language(post, chosen, found):
    for body, language in (("es", "es"), ("fr", "fr"), ("short", ""), ("new", None)):
        make_comment(post, body, status="pending", language=language)
    assert set(listed(f"language={chosen}")) == set(found)


def test_a_list_can_be_of_one_section_of_the_site(newsroom, post):
    other = make_post(newsroom, title="A march")
    for page, body in ((post, "here"), (other, "there")):
        make_comment(page, body, status="pending")
    assert set(listed(f"section={post.get_parent().pk}")) == {"here", "there"}
    assert listed(f"section={other.pk}") == ["there"]


def test_sections_are_what_commented_pages_stand_below(newsroom, post):
    Thread.objects.create(page=post)
    choices = QueueFilter(QueryDict("more=1"))["section"].field.widget.choices
    assert [str(number) for number, _title in choices] == ["", str(post.get_parent().pk)]
