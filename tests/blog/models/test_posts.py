from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from blog.models import BlogIndexPage, CampaignPage, Correction, PostPage, RelatedPost
from tests.pages import (
    label,
    make_campaign,
    make_newsroom,
    make_post,
    make_translation,
    paragraph,
    sign,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db

POST_QUERIES = 15


def test_post_reads_date_headline_byline_body_topics_comments(client: Client) -> None:
    post = make_post(make_newsroom(), title="The county votes")
    sign(post, ["Zoe Wu", "Ana Ruiz"])
    label(post, ["Housing"])

    assert words(read(client, post.url)).startswith(
        "Thursday, January 5, 2012 The county votes By Zoe Wu, Ana Ruiz "
        "Come and speak. Topics Housing Pass it on Send it by e-mail "
        f"The short address stays: http://testserver/p/{post.pk}/ No comments:"
    )


def test_date_line_is_written_in_the_newsrooms_time_zone(client: Client) -> None:
    late = datetime(2012, 1, 6, 2, 30, tzinfo=UTC)  # still Thursday evening in New York
    page = read(client, make_post(make_newsroom(), posted_at=late).url)

    assert page.find_class("dateline")[0].text_content() == "Thursday, January 5, 2012"
    assert page.find(".//article//time").get("datetime") == "2012-01-05T21:30:00-05:00"


def test_date_line_is_written_in_the_language_of_the_page(client: Client) -> None:
    spanish = make_translation(make_newsroom())
    page = read(client, make_post(spanish).url)

    assert page.get("lang") == "es"
    assert page.find_class("dateline")[0].text_content() == "jueves, 5 de enero de 2012"


def test_generated_title_is_no_headline_on_the_page(client: Client) -> None:
    post = make_post(make_newsroom(), title="Words taken", has_generated_title=True)
    page = read(client, post.url)

    assert [heading.get("class") for heading in page.iter("h1")] == ["visually-hidden"]


def test_post_without_authors_has_no_byline(client: Client) -> None:
    page = read(client, make_post(make_newsroom()).url)

    assert page.find_class("byline") == []


def test_authors_topics_and_campaigns_lead_to_their_pages(client: Client) -> None:
    newsroom = make_newsroom()
    post = make_post(newsroom)
    sign(post, ["Ana Ruiz"])
    label(post, ["Housing"])
    post.campaigns.set([make_campaign(newsroom, "Bus 40")])
    post.save()

    page = read(client, post.url)
    links = {link.text_content(): link.get("href") for link in page.iter("a")}

    assert links["Ana Ruiz"] == "/news/author/ana-ruiz/"
    assert links["Housing"] == "/news/topic/housing/"
    assert links["Bus 40"] == "/campaigns/bus-40/"


def test_campaign_that_is_no_longer_public_is_not_named(client: Client) -> None:
    newsroom = make_newsroom()
    post = make_post(newsroom)
    post.campaigns.set([make_campaign(newsroom, "Bus 40")])
    post.save()
    CampaignPage.objects.get().unpublish()

    assert "Bus 40" not in words(read(client, post.url))


def test_long_post_says_how_long_it_takes(client: Client) -> None:
    post = make_post(make_newsroom(), body=[paragraph(f"<p>{'word ' * 500}</p>")])

    assert "3 minutes to read" in words(read(client, post.url))


def test_correction_is_told_above_the_text_and_stays_below_it(client: Client) -> None:
    post = make_post(make_newsroom())
    at = datetime(2012, 1, 7, 17, tzinfo=UTC)
    Correction.objects.create(post=post, corrected_at=at, text="The vote was 5 to 4, not 6 to 3.")

    page = read(client, post.url)

    assert page.find_class("article__signature")[0].text_content().split() == ["Corrected"]
    assert " ".join(page.get_element_by_id("corrections").text_content().split()) == (
        "Correction Saturday, January 7, 2012 The vote was 5 to 4, not 6 to 3."
    )


def test_post_leads_to_what_an_editor_chose(client: Client) -> None:
    newsroom = make_newsroom()
    post, other = make_post(newsroom), make_post(newsroom, title="What they said")
    RelatedPost.objects.create(post=post, related=other)

    assert "Read on What they said" in words(read(client, post.url))


def test_post_is_related_once_and_never_to_itself() -> None:
    newsroom = make_newsroom()
    post, other = make_post(newsroom), make_post(newsroom, title="What they said")
    RelatedPost.objects.create(post=post, related=other)

    for related in (post, other):
        with pytest.raises(IntegrityError), transaction.atomic():
            RelatedPost.objects.create(post=post, related=related)


def test_editors_own_description_goes_before_the_first_words() -> None:
    assert PostPage(search_description="In short", body=[paragraph()]).summary == "In short"


@pytest.mark.parametrize("slug", ["2012", "search", "archive", "feed"])
def test_slug_at_which_an_archive_stands_is_refused(slug: str) -> None:
    with pytest.raises(ValidationError, match="Something else stands at this address"):
        make_post(make_newsroom(), slug=slug)


def test_title_that_is_a_year_makes_another_slug() -> None:
    newsroom = make_newsroom()
    post = PostPage(title="2012", locale=newsroom.index.locale)
    newsroom.index.add_child(instance=post)

    assert post.slug == "page-2012"


@pytest.mark.parametrize("many", [1, 5])
def test_number_of_queries_of_a_post_does_not_grow(
    many: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    newsroom = make_newsroom()
    names = [f"Name {number}" for number in range(many)]
    for title in ["The county votes", *names]:
        post = make_post(newsroom, title=title, body=[paragraph()] * many)
        sign(post, names)
        label(post, names)
    for name in names:
        Correction.objects.create(post=post, text=name)
    client.get(post.url)  # fills what the process remembers about sites and content types

    with django_assert_num_queries(POST_QUERIES):
        client.get(post.url)


def test_post_belongs_below_an_index_and_holds_no_pages() -> None:
    assert PostPage.allowed_parent_page_models() == [BlogIndexPage]
    assert PostPage.allowed_subpage_models() == []


def test_new_post_can_be_previewed_before_it_is_saved() -> None:
    newsroom = make_newsroom()
    post = PostPage(title="Tonight", slug="tonight", locale=newsroom.index.locale)
    post.path = f"{newsroom.index.path}0001"
    post.depth = newsroom.index.depth + 1
    post.set_url_path(newsroom.index)

    response = post.make_preview_request()

    assert response.status_code == 200
    assert b"Tonight</h1>" in response.render().content
