import unicodedata
from datetime import timedelta
from typing import Literal

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from blog.models import PostPage, PostWords
from blog.searching import finding
from blog.searching.finding import find
from blog.searching.query import RESULTS_PER_PAGE, Query
from tests.pages import POSTED_AT, Newsroom, label, make_newsroom, make_post, make_translation
from tests.pages import paragraph as block

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def post(newsroom: Newsroom, title: str, text: str = "", days: int = 0) -> PostPage:
    at = POSTED_AT + timedelta(days=days)
    return make_post(newsroom, title=title, posted_at=at, body=[block(f"<p>{text}</p>")])


def titles(newsroom: Newsroom, **asked: str) -> list[str]:
    hits = find(Query.read(asked), index_id=newsroom.index.pk)
    names = dict(PostWords.objects.values_list("pk", "title"))
    return [names[number] for number in hits.page]


def test_every_word_has_to_be_there_in_title_or_text(newsroom: Newsroom) -> None:
    post(newsroom, "Night bus", "It runs.")
    post(newsroom, "Night", "No bus.")
    post(newsroom, "Day", "No bus.")

    assert set(titles(newsroom, q="bus night")) == {"Night bus", "Night"}


def test_last_word_may_go_on_and_others_may_not(newsroom: Newsroom) -> None:
    post(newsroom, "Evictions")

    assert titles(newsroom, q="evict") == ["Evictions"]
    assert titles(newsroom, q="evict evict") == []
    assert titles(newsroom, q="ev") == []


@pytest.mark.parametrize("typed", ["lopez", "LÓPEZ", "López"])
def test_marks_and_capitals_make_no_difference(typed: str, newsroom: Newsroom) -> None:
    post(newsroom, "Sra. López")

    assert titles(newsroom, q=typed) == ["Sra. López"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Ёлка и Йод", "ёлка йод"),
        ("Дли\u0301нный", "длинный"),
        ("서울 집회", "서울"),
        ("Việt Nam ngập lụt", "viet ngap lụt"),
        ("ΑΘΉΝΑ", "αθήνα"),
        ("İzmir", "izmir"),
        ("हिन्दी समाचार", "हिन्दी"),
        ("مدرسة", "مدرسة"),
        ("会議", "会議"),
    ],
)
def test_words_of_other_alphabets_are_found(
    title: str, typed: str, form: Literal["NFC", "NFD"], newsroom: Newsroom
) -> None:
    post(newsroom, unicodedata.normalize(form, title))

    assert len(titles(newsroom, q=typed)) == 1
    assert len(titles(newsroom, q=unicodedata.normalize("NFD", typed))) == 1


def test_a_mark_that_makes_another_letter_is_not_left_out(newsroom: Newsroom) -> None:
    post(newsroom, "Лед")

    assert titles(newsroom, q="лёд") == []


def test_title_counts_more_than_text(newsroom: Newsroom) -> None:
    post(newsroom, "Bus", "It runs at night, every hour, from now on.")
    post(newsroom, "Other", "About the bus: it runs at night, every hour, from now on.", days=1)

    assert titles(newsroom, q="bus") == ["Bus", "Other"]


def test_search_is_narrowed_down_by_what_posts_are_filed_under(newsroom: Newsroom) -> None:
    housing, other = post(newsroom, "Bus one"), post(newsroom, "Bus two", days=400)
    label(housing, ["Housing"])
    topic = str(housing.topics.get().pk)

    assert titles(newsroom, q="bus", topic=topic) == ["Bus one"]
    assert titles(newsroom, q="bus", year="2013") == ["Bus two"]
    assert titles(newsroom, q="bus", year="2013", topic=topic) == []
    assert titles(newsroom, topic=topic) == ["Bus one"]
    assert other.live


@pytest.mark.parametrize("typed", ["year2012", "index", "topic"])
def test_what_posts_are_filed_under_is_no_word_of_theirs(typed: str, newsroom: Newsroom) -> None:
    label(post(newsroom, "Bus"), ["Housing"])

    assert titles(newsroom, q=typed) == []


def test_each_language_finds_its_own(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    post(newsroom, "Bus 40")
    post(spanish, "Bus 41")

    assert titles(spanish, q="bus") == ["Bus 41"]


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        "bus AND",
        "NEAR(bus)",
        "title:bus",
        "{title} : bus",
        "bus*",
        "^bus",
        "bus -night",
        "bus' | 'x",
        "%",
        "\\",
        "bus); DROP TABLE blog_postwords; --",
        "\x00",
        "😀",
        "ﷺ" * 300,
        "bus:*",
        "!bus",
    ],
)
def test_whatever_is_typed_is_only_words(typed: str, newsroom: Newsroom) -> None:
    post(newsroom, "Night bus")

    titles(newsroom, q=typed)

    assert PostWords.objects.count() == 1


def test_hits_are_paged(newsroom: Newsroom) -> None:
    for number in range(RESULTS_PER_PAGE + 1):
        post(newsroom, f"Bus {number}")

    first, second = titles(newsroom, q="bus"), titles(newsroom, q="bus", page="2")

    assert (len(first), len(second)) == (RESULTS_PER_PAGE, 1)
    assert set(first).isdisjoint(second)


def test_of_very_many_hits_the_newest_come_first(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "RARE", 2)
    for number in range(4):
        post(newsroom, f"Bus {number}", "bus " * number, days=-number)
    post(newsroom, "Tram", days=9)

    hits = find(Query("bus"), index_id=newsroom.index.pk)

    assert hits.is_cut
    assert len(hits.all) == 2
    assert titles(newsroom, q="bus") == [f"Bus {number}" for number in range(4)]


def test_facets_alone_give_the_newest_first(newsroom: Newsroom) -> None:
    for number in range(3):
        post(newsroom, f"Bus {number}", days=number)

    assert titles(newsroom, year="2012") == ["Bus 2", "Bus 1", "Bus 0"]


def test_index_follows_every_change_of_a_row(newsroom: Newsroom) -> None:
    """The database's own triggers, or its own column, hold it to the table."""
    bus = post(newsroom, "Bus")
    bus.title = "Tram"
    bus.save()
    assert (titles(newsroom, q="bus"), titles(newsroom, q="tram")) == ([], ["Tram"])

    bus.delete()
    assert find(Query("tram"), index_id=newsroom.index.pk).all == []


@pytest.mark.parametrize("number", [1, 15])
def test_two_queries_are_enough(
    number: int, newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number):
        post(newsroom, f"Bus {each}")

    with django_assert_num_queries(2):
        find(Query("bus"), index_id=newsroom.index.pk)


def test_index_of_words_is_there() -> None:
    tables = connection.introspection.table_names()
    columns = PostWords.objects.raw("SELECT * FROM blog_postwords").columns

    assert "blog_search" in tables or "searchable" in columns
