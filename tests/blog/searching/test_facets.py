from datetime import timedelta

import pytest

from blog.models import Author, Topic
from blog.searching.facets import CHOICES_AT_MOST, Group, groups
from blog.searching.finding import Hits, find
from blog.searching.query import Query
from tests.pages import (
    POSTED_AT,
    Newsroom,
    label,
    make_campaign,
    make_newsroom,
    make_post,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    newsroom = make_newsroom()
    campaign = make_campaign(newsroom, "Bus 40")
    for number in range(3):
        at = POSTED_AT + timedelta(days=200 * number)
        post = make_post(newsroom, title=f"Bus {number}", posted_at=at)
        label(post, ["Housing", f"Topic {number}"])
        sign(post, ["Ana"])
        if number:
            post.campaigns.set([campaign])
            post.save()
    return newsroom


def asked(newsroom: Newsroom, **query: str) -> dict[str, Group]:
    wanted = Query.read(query)
    hits = find(wanted, index_id=newsroom.index.pk)
    return {group.name: group for group in groups(wanted, hits, index_id=newsroom.index.pk)}


def counted(group: Group) -> dict[str, int | None]:
    return {choice.name: choice.number for choice in group.choices}


def test_hits_are_counted_by_year_topic_campaign_and_author(newsroom: Newsroom) -> None:
    found = asked(newsroom, q="bus")

    assert list(found) == ["Year", "Topic", "Campaign", "Author"]
    assert list(counted(found["Year"]).items()) == [("2013", 1), ("2012", 2)]
    assert counted(found["Topic"]) == {"Housing": 3, "Topic 0": 1, "Topic 1": 1, "Topic 2": 1}
    assert counted(found["Campaign"]) == {"Bus 40": 2}
    assert counted(found["Author"]) == {"Ana": 3}


def test_choice_leads_to_fewer_hits(newsroom: Newsroom) -> None:
    topic = Topic.objects.get(slug="topic-1")

    choice = next(each for each in asked(newsroom, q="bus")["Topic"].choices if each.number == 1)

    assert choice.url == f"?q=bus&topic={Topic.objects.get(slug='topic-0').pk}"
    assert counted(asked(newsroom, q="bus", topic=str(topic.pk))["Author"]) == {"Ana": 1}


def test_what_was_chosen_can_be_taken_back(newsroom: Newsroom) -> None:
    [choice] = asked(newsroom, q="bus", year="2013")["Year"].choices

    assert (choice.name, choice.is_chosen, choice.url) == ("2013", True, "?q=bus")


def test_choice_without_hits_can_still_be_taken_back(newsroom: Newsroom) -> None:
    author = str(Author.objects.get().pk)

    [choice] = asked(newsroom, q="bus", author=author, year="1999")["Author"].choices

    assert (choice.number, choice.url) == (0, "?q=bus&year=1999")


def test_what_only_drafts_are_about_is_told_to_nobody(newsroom: Newsroom) -> None:
    """Numbers can be tried out; no address tells the name behind one."""
    draft = make_post(newsroom, title="Draft", live=False)
    label(draft, ["Secret"])
    sign(draft, ["Hidden"])
    for topic in (str(Topic.objects.get(name="Secret").pk), "987654"):
        assert "Topic" not in asked(newsroom, topic=topic)
        assert "Topic" not in asked(newsroom, q="bus", topic=topic)
    author = str(Author.objects.get(name="Hidden").pk)
    assert "Author" not in asked(newsroom, q="bus", author=author)


def test_too_many_hits_are_not_counted(newsroom: Newsroom) -> None:
    query = Query("bus")
    hits = find(query, index_id=newsroom.index.pk)

    cut = groups(query, Hits(hits.page, hits.all, is_cut=True), index_id=newsroom.index.pk)

    assert {choice.number for group in cut for choice in group.choices} == {None}


def test_only_the_most_frequent_are_offered(newsroom: Newsroom) -> None:
    label(make_post(newsroom, title="Bus x"), [f"More {number}" for number in range(20)])

    choices = asked(newsroom, q="bus")["Topic"].choices

    assert len(choices) == CHOICES_AT_MOST
    assert choices[0].name == "Housing"


def test_what_has_no_name_any_more_is_not_offered(newsroom: Newsroom) -> None:
    Topic.objects.all().delete()
    make_campaign_private(newsroom)

    assert list(asked(newsroom, q="bus")) == ["Year", "Author"]


def make_campaign_private(newsroom: Newsroom) -> None:
    for page in newsroom.home.get_descendants().filter(slug="bus-40"):
        page.specific.unpublish()


def test_nothing_found_offers_nothing(newsroom: Newsroom) -> None:
    assert asked(newsroom, q="tram") == {}
