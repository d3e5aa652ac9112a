"""What the demo newsroom shows of publishing: campaigns, events, actions, series, forms."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from wagtail.models import Page

from blog.blocks import BodyBlock
from blog.models import CampaignPage, PostAction, PostEvent, PostPage, PostsInMonth, PostWords
from home.demo import bodies
from home.demo.building import EDITIONS, make_newsroom
from home.models import FormPage
from tests import pages
from tests.blog.images import encoded, plain_picture

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
NOT_WRITTEN = {"missing_image"}  # only an import makes it


@pytest.fixture(scope="module", autouse=True)
def newsroom(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo in both languages for all tests, with a small picture in place of each drawing."""
    picture = encoded(plain_picture(), "PNG")
    drawings = dict.fromkeys(bodies.DRAWINGS, lambda: picture)
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        time_machine.travel(NOW, tick=False),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(bodies, "DRAWINGS", drawings)
        pages.make_translation(pages.make_newsroom())
        make_newsroom(now=NOW)
        yield
        transaction.set_rollback(True)


def read(client: Client, model: type[Page], slug: str) -> str:
    return client.get(model.objects.get(slug=slug).url).content.decode()


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.language)
def test_every_kind_of_block_is_in_use(edition) -> None:
    used = {block.kind for each in [*edition.posts, *edition.campaigns] for block in each.body}
    assert used == set(BodyBlock().child_blocks) - NOT_WRITTEN


def test_an_editor_could_publish_every_page_as_it_is() -> None:
    looked_at = 0
    for page in Page.objects.filter(depth__gt=2).specific():
        page.full_clean()
        looked_at += len(getattr(page, "body", ()))
    assert looked_at > 100


def test_one_event_is_over_one_is_called_off_and_two_are_to_come() -> None:
    english = PostEvent.objects.filter(page__locale__language_code="en")
    assert [event.title for event in english.past(NOW)] == ["Break the hold: the webinar"]
    assert [event.state for event in english.upcoming(NOW)] == ["cancelled", "planned", "planned"]


@pytest.mark.parametrize(
    ("slug", "clocks"),
    [
        ("break-the-hold-webinar", "3:30 p.m. EST / 12:30 p.m. PST"),
        ("two-minutes-at-the-microphone", "7 p.m. EDT / 4 p.m. PDT"),
    ],
)
def test_events_online_show_the_clocks_of_both_coasts(client: Client, slug, clocks) -> None:
    words = re.sub("<[^>]+>", " ", read(client, PostPage, slug))
    assert clocks in " ".join(words.split())


def test_translations_of_an_event_are_the_same_event() -> None:
    blocks = PostEvent.objects.values_list("block_id", flat=True)
    assert (len(blocks), len(set(blocks))) == (8, 4)


def test_the_campaign_that_runs_gathers_its_events_actions_places_and_posts(client) -> None:
    page = read(client, CampaignPage, "bus-9-until-midnight")
    for words in ("Hearing and vote on Bus 9", "Write to the five supervisors", "Fenwick", "212"):
        assert words in page
    assert PostAction.objects.filter(url__startswith="tel:").count() == 2


def test_the_campaign_that_was_won_says_when(client: Client) -> None:
    campaign = CampaignPage.objects.get(slug="ni-una-retencion-mas")
    assert (campaign.status, campaign.ends_on.isoformat()) == ("won", "2012-09-18")
    assert campaign.posts.count() == 5


@pytest.mark.parametrize("address", ["/", "/news/", "/es/", "/es/news/"])
def test_the_pinned_post_stands_above_newer_ones(client: Client, address) -> None:
    page = client.get(address).content.decode()
    pinned = PostPage.objects.filter(is_pinned=True)
    [found] = [page.find(post.title) for post in pinned if post.title in page]
    newest = "Welcome: how" if "es" not in address else "Bienvenidos: así"
    assert 0 < found < page.find(newest)


def test_months_lie_in_many_years() -> None:
    years = {row.month.year for row in PostsInMonth.objects.filter(locale__language_code="en")}
    assert years >= {2010, 2011, 2012, 2014, 2025, 2026}


def test_a_series_leads_from_one_post_to_the_next(client: Client) -> None:
    assert "/news/what-a-hold-costs/" in read(client, PostPage, "what-an-ice-hold-is")


def test_a_correction_is_seen_at_its_post(client: Client) -> None:
    assert "It was 51" in read(client, PostPage, "what-a-hold-costs")


def test_the_search_knows_what_posts_are_filed_under(client: Client) -> None:
    assert not PostWords.objects.filter(filed="").exists()
    found = client.get("/news/search/?q=clicker&author=teo-brandt").content.decode()
    assert "We counted" in found


def test_a_form_to_write_to_us_is_in_the_menu_and_a_pledge_counts(client: Client) -> None:
    assert 'href="/write-to-us/"' in client.get("/").content.decode()
    assert "5 people have pledged so far." in read(client, FormPage, "i-will-be-there")
    assert 'href="/i-will-be-there/"' in read(client, PostPage, "fill-the-room-for-bus-9")
