import pytest
from django.http import QueryDict

from comments.models import Comment
from comments.moderation_queue import narrowing
from comments.moderation_queue.filters import QueueFilter
from comments.search import matching
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.listing import bodies, counted, listed
from tests.pages import make_post


@pytest.fixture
def said(newsroom):
    """On one post three about water, on another one about fire."""
    for title, words in (("Rivers", ["water 1", "water 2", "water 3"]), ("Woods", ["fire"])):
        post = make_post(newsroom, title=title, slug=title.lower())
        for each in words:
            make_comment(post, each)


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("post=river", ["water 1", "water 2", "water 3"]),
        ("post=RIVER&q=water", ["water 1", "water 2", "water 3"]),
        ("post=woods", ["fire"]),
        ("post=woods&q=water", []),
        ("post=neither", []),
        ("section=999999", []),
    ],
)
def test_however_many_there_are_on_some_pages_the_same_fit(said, monkeypatch, few, query, found):
    monkeypatch.setattr(narrowing, "FEW", few)
    assert sorted(listed(f"status=all&{query}")) == found


@pytest.mark.parametrize("few", [0, 5_000])
def test_a_section_is_what_stands_below_it(said, monkeypatch, few):
    monkeypatch.setattr(narrowing, "FEW", few)
    page = Comment.objects.get(body="fire").page
    assert listed(f"status=all&section={page.pk}") == ["fire"]
    assert len(listed(f"status=all&section={page.get_parent().pk}")) == 4
    assert len(listed(f"status=all&section={page.get_parent().pk}&post=river")) == 3


def test_of_very_many_hits_a_part_is_counted_and_all_are_listed(said, monkeypatch):
    monkeypatch.setattr(matching, "RARE", 1)
    wanted = QueueFilter(QueryDict("status=all&q=water"))
    assert len(bodies(wanted)) == 3
    assert counted(wanted)["all"] == 2
    assert wanted.said(2) == "2+"
    assert wanted.of_tab().count() == 3


@pytest.mark.parametrize("rare", [-1, 1_000])
@pytest.mark.parametrize(
    ("tab", "found"),
    [
        ("pending", ["water 2"]),
        ("published", ["water 1", "water 3"]),
        ("spam", []),
        ("edited", []),
        ("all", ["water 1", "water 2", "water 3"]),
    ],
)
def test_words_are_sought_in_the_tab(said, monkeypatch, rare, tab, found):
    monkeypatch.setattr(matching, "RARE", rare)
    Comment.objects.filter(body="water 2").update(status="pending")
    wanted = QueueFilter(QueryDict(f"status={tab}&q=water"))
    assert sorted(bodies(wanted)) == found
    assert wanted.of_tab().count() == len(found)


def test_where_all_are_counted_the_number_says_so(said):
    wanted = QueueFilter(QueryDict("status=all&q=water"))
    assert wanted.said(counted(wanted)["all"]) == "3"


def test_nothing_is_looked_up_where_the_list_is_not_narrowed(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        narrowing.narrow(Comment.objects.all(), {}, tab="all")
