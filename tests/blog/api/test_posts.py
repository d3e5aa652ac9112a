from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from blog.models import Correction, Series
from tests.api import ask, refusal, walk
from tests.comments.factories import make_comment
from tests.pages import (
    POSTED_AT,
    label,
    make_campaign,
    make_newsroom,
    make_post,
    make_translation,
    paragraph,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


def titles(client, **asked):
    return [each["title"] for each in ask(client, "posts/", **asked)["items"]]


def test_a_post_is_told_with_all_that_it_is_filed_under(client, newsroom):
    series = Series.objects.create(name="The hearing", slug="hearing", locale=newsroom.home.locale)
    post = make_post(newsroom, series=series, is_pinned=True)
    sign(post, ["Ana", "Ben"])
    label(post, ["Housing"])
    post.campaigns = [make_campaign(newsroom)]
    post.save()
    make_comment(post)
    [told] = ask(client, "posts/")["items"]
    assert told["url"] == "http://testserver/news/the-county-votes/"
    assert [each["slug"] for each in told["authors"]] == ["ana", "ben"]
    assert told["topics"] == [{"name": "Housing", "slug": "housing"}]
    assert [each["url"] for each in told["campaigns"]] == ["http://testserver/campaigns/bus-40/"]
    assert (told["series"]["slug"], told["is_pinned"], told["comments"]) == ("hearing", True, 1)
    assert told["posted_at"] == "2012-01-05T17:00:00Z"


def test_a_title_that_nobody_wrote_is_none(client, newsroom):
    make_post(newsroom, has_generated_title=True)
    assert titles(client) == [None]


def test_a_post_by_itself_has_its_text_with_whole_addresses(client, newsroom):
    body = [paragraph('<p>Come <a href="/about/">here</a>.</p>')]
    post = make_post(newsroom, body=body)
    Correction.objects.create(post=post, text="It was Tuesday.", corrected_at=POSTED_AT)
    told = ask(client, f"posts/{post.pk}")
    assert 'href="http://testserver/about/"' in told["html"]
    assert told["corrections"] == [
        {"corrected_at": "2012-01-05T17:00:00Z", "text": "It was Tuesday."}
    ]
    assert "html" not in ask(client, "posts/")["items"][0]


def test_the_newest_stands_first_and_all_are_found_page_by_page(client, newsroom):
    moments = [POSTED_AT + timedelta(days=day) for day in (0, 2, 1, 1, 2)]
    for number, at in enumerate(moments):
        make_post(newsroom, title=f"P{number}", posted_at=at)
    found = [each["title"] for each in walk(client, "posts/", limit=2)]
    assert found == ["P4", "P1", "P3", "P2", "P0"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"topic": "housing"}, ["Housing"]),
        ({"author": "ana"}, ["Signed"]),
        ({"language": "es"}, ["Spanish"]),
        ({"topic": "nothing"}, []),
        ({"campaign": 987_654}, []),
        ({"language": "fr"}, []),
    ],
)
def test_posts_can_be_narrowed_down(client, newsroom, asked, found):
    label(make_post(newsroom, title="Housing"), ["Housing"])
    sign(make_post(newsroom, title="Signed"), ["Ana"])
    make_post(make_translation(newsroom), title="Spanish")
    assert titles(client, **asked) == found


def test_posts_of_a_campaign_are_found(client, newsroom):
    campaign = make_campaign(newsroom)
    post = make_post(newsroom)
    make_post(newsroom, title="Other")
    post.campaigns = [campaign]
    post.save()
    assert titles(client, campaign=campaign.pk) == ["The county votes"]


def test_a_campaign_that_is_a_draft_is_not_named(client, newsroom):
    campaign, post = make_campaign(newsroom), make_post(newsroom)
    post.campaigns = [campaign]
    post.save()
    campaign.unpublish()
    assert ask(client, f"posts/{post.pk}")["campaigns"] == []
    assert titles(client, campaign=campaign.pk) == []


def test_which_posts_a_private_campaign_has_is_not_told(client, newsroom):
    campaign, post = make_campaign(newsroom), make_post(newsroom)
    post.campaigns = [campaign]
    post.save()
    PageViewRestriction.objects.create(page=campaign, restriction_type="login")
    assert titles(client, campaign=campaign.pk) == []


def test_what_not_everybody_may_read_is_not_told(client, newsroom):
    draft = make_post(newsroom, title="Draft", live=False)
    private = make_post(newsroom, title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert titles(client) == []
    for post in (draft, private):
        assert refusal(client, f"posts/{post.pk}")["status"] == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"after": "x"},
        {"after": "1.1.1"},
        {"limit": 0},
        {"limit": 101},
        {"topic": "a b"},
        {"topic": "\x00"},
        {"language": "EN;"},
        {"campaign": 2**64},
    ],
)
def test_what_makes_no_sense_is_refused(client, newsroom, asked):
    assert refusal(client, "posts/", **asked)["status"] == 422


@pytest.mark.parametrize("posts", [1, 8])
def test_the_number_of_queries_does_not_grow(client, newsroom, posts, django_assert_num_queries):
    campaign = make_campaign(newsroom)
    for number in range(posts):
        post = make_post(newsroom, title=f"P{number}")
        sign(post, ["Ana", "Ben"])
        label(post, ["Housing", "Rent"])
        post.campaigns = [campaign]
        post.save()
    ask(client, "posts/")
    with django_assert_num_queries(12):
        ask(client, "posts/")
