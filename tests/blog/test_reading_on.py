from datetime import timedelta

import pytest

from blog import reading_on
from blog.models import PostPage, RelatedPost, Series
from blog.reading_on import RELATED_AT_MOST, place_in_series
from tests.pages import POSTED_AT, Newsroom, label, make_campaign, make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def make_posts(newsroom: Newsroom, number: int, **fields: object) -> list[PostPage]:
    return [
        make_post(newsroom, title=f"Post {n}", posted_at=POSTED_AT + timedelta(days=n), **fields)
        for n in range(number)
    ]


def readable() -> object:
    return PostPage.objects.live().public()


def related(post: PostPage, posts: object) -> list[PostPage]:
    """As its page asks, which knows already what the post is filed under."""
    topics = list(post.topics.all()) if post.pk else []
    campaigns = list(post.campaigns.all()) if post.pk else []
    return reading_on.related(post, posts, topics=topics, campaigns=campaigns)


def titles(posts: list[PostPage]) -> list[str]:
    return [post.title for post in posts]


def test_series_leads_from_its_first_part_to_its_last(newsroom: Newsroom) -> None:
    series = Series.objects.create(name="Our bus", slug="our-bus", locale=newsroom.index.locale)
    first, second, third = make_posts(newsroom, 3, series=series)

    begin, middle, end = (place_in_series(post, readable()) for post in (first, second, third))

    assert (begin.previous, begin.next, begin.part, begin.parts) == (None, second, 1, 3)
    assert (middle.previous, middle.next, middle.part) == (first, third, 2)
    assert (end.previous, end.next, end.part) == (second, None, 3)
    assert (begin.series.name, begin.series.url) == ("Our bus", "/news/series/our-bus/")


def test_draft_is_no_part_of_a_series_yet(newsroom: Newsroom) -> None:
    series = Series.objects.create(name="Our bus", slug="our-bus", locale=newsroom.index.locale)
    first, second = make_posts(newsroom, 2, series=series)
    second.unpublish()

    assert place_in_series(first, readable()).next is None


def test_post_without_series_has_no_place_in_one(newsroom: Newsroom) -> None:
    assert place_in_series(make_post(newsroom), readable()) is None


def test_what_an_editor_chose_comes_first_in_the_editors_order(newsroom: Newsroom) -> None:
    post, one, two, three = make_posts(newsroom, 4)
    for each in (post, three):
        label(each, ["Housing"])
    for place, each in enumerate((two, one)):
        RelatedPost.objects.create(post=post, related=each, sort_order=place)

    assert titles(related(post, readable())) == ["Post 2", "Post 1", "Post 3"]


def test_chosen_post_that_was_taken_down_is_left_out(newsroom: Newsroom) -> None:
    post, other = make_posts(newsroom, 2)
    RelatedPost.objects.create(post=post, related=other)
    other.unpublish()

    assert related(post, readable()) == []


def test_campaign_goes_before_topic_and_the_narrower_before_the_wider(newsroom: Newsroom) -> None:
    post, wide, narrow, joined, other = make_posts(newsroom, 5)
    label(post, ["Housing", "Evictions"])
    label(wide, ["Housing"])
    label(narrow, ["Housing", "Evictions"])
    campaign = make_campaign(newsroom)
    for each in (post, joined):
        each.campaigns.set([campaign])
        each.save()

    assert titles(related(post, readable())) == ["Post 3", "Post 2"]
    assert other.title not in titles(related(post, readable()))


def test_no_more_than_a_few_are_related(newsroom: Newsroom) -> None:
    posts = make_posts(newsroom, RELATED_AT_MOST + 3)
    for post in posts:
        label(post, ["Housing"])

    assert titles(related(posts[0], readable())) == ["Post 6", "Post 5", "Post 4", "Post 3"]


def test_unsaved_post_is_alone(newsroom: Newsroom) -> None:
    assert related(PostPage(title="Tonight"), readable()) == []
    assert place_in_series(PostPage(title="Tonight"), readable()) is None
