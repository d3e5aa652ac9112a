"""A post that is copied to be translated names topics, authors, campaigns of its own language."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale

from blog.models import Author, PostAuthor, PostPage, RelatedPost, Series, Topic
from tests.pages import Newsroom, make_campaign, make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def spanish(english: Newsroom) -> Newsroom:
    return make_translation(english)


def in_both(make: Callable[..., Any], **fields: Any) -> tuple[Any, Any]:
    """A row in English, and its translation."""
    first = make(locale=Locale.objects.get(language_code="en"), **fields)
    second = first.copy_for_translation(Locale.objects.get(language_code="es"))
    second.save()
    return first, second


def translated(post: PostPage, spanish: Newsroom) -> PostPage:
    """As an editor opens it."""
    copy = post.copy_for_translation(spanish.home.locale)
    draft: PostPage = PostPage.objects.get(pk=copy.pk).get_latest_revision_as_object()
    return draft


def test_topics_series_and_authors_are_those_of_the_language(english, spanish) -> None:
    topic, tema = in_both(Topic.objects.create, name="Buses", slug="buses")
    series, serie = in_both(Series.objects.create, name="Night", slug="night")
    author, autora = in_both(Author.objects.create, name="Ada Bell", slug="ada")
    post = make_post(english, topics=[topic], series=series)
    PostAuthor.objects.create(post=post, author=author)
    draft = translated(PostPage.objects.get(), spanish)
    assert list(draft.topics.all()) == [tema]
    assert draft.series == serie
    assert draft.authors == [autora]


def test_what_has_no_translation_stays_and_the_order_too(english, spanish) -> None:
    ada, adela = in_both(Author.objects.create, name="Ada Bell", slug="ada")
    ben = Author.objects.create(name="Ben", slug="ben", locale=ada.locale)
    post = make_post(english)
    for place, author in enumerate((ben, ada)):
        PostAuthor.objects.create(post=post, author=author, sort_order=place)
    assert translated(PostPage.objects.get(), spanish).authors == [ben, adela]


def test_campaigns_and_related_posts_are_those_of_the_language(english, spanish) -> None:
    campaign = make_campaign(english)
    campana = campaign.copy_for_translation(spanish.home.locale, copy_parents=True)
    related = make_post(english, "Before")
    antes = related.copy_for_translation(spanish.home.locale)
    post = make_post(english, campaigns=[campaign])
    RelatedPost.objects.create(post=post, related=related)
    draft = translated(PostPage.objects.get(pk=post.pk), spanish)
    assert list(draft.campaigns.all()) == [campana]
    assert [each.related for each in draft.related_posts.all()] == [antes]


def test_published_it_keeps_them(english, spanish) -> None:
    topic, tema = in_both(Topic.objects.create, name="Buses", slug="buses")
    post = make_post(english, topics=[topic])
    copy = post.copy_for_translation(spanish.home.locale)
    PostPage.objects.get(pk=copy.pk).get_latest_revision().publish()
    assert list(PostPage.objects.get(pk=copy.pk).topics.all()) == [tema]
    assert list(PostPage.objects.get(pk=post.pk).topics.all()) == [topic]


def test_an_alias_stays_as_its_original(english, spanish) -> None:
    topic, _tema = in_both(Topic.objects.create, name="Buses", slug="buses")
    post = make_post(english, topics=[topic])
    alias = post.copy_for_translation(spanish.home.locale, alias=True)
    assert list(PostPage.objects.get(pk=alias.pk).topics.all()) == [topic]


def test_pages_that_are_no_posts_are_left_alone(english, spanish) -> None:
    campaign = make_campaign(english)
    copy = campaign.copy_for_translation(spanish.home.locale, copy_parents=True)
    assert copy.goal == campaign.goal
