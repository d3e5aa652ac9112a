from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction

from blog.campaigns.gathering import ACTIONS_AT_MOST, actions, posts_of, upcoming
from blog.models import CampaignPage, PostAction, PostEvent, PostPage
from tests.blog.events.happenings import event_block
from tests.pages import Newsroom, make_campaign, make_newsroom, make_post

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.fixture
def campaign(newsroom: Newsroom) -> CampaignPage:
    return make_campaign(newsroom)


def filed(newsroom: Newsroom, campaign: CampaignPage, title: str, days: int = 0) -> PostPage:
    post = make_post(newsroom, title=title, posted_at=NOW + timedelta(days=days))
    post.campaigns.set([campaign])
    post.save()
    return post


def event(page: Page, title: str, hours: int, state: str = "planned") -> None:
    starts = NOW + timedelta(hours=hours)
    PostEvent.objects.create(
        page_id=page.pk,
        block_id=uuid4(),
        title=title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        time_zone="America/Los_Angeles",
        state=state,
    )


def call(page: Page, label: str, url: str = "") -> None:
    PostAction.objects.create(
        page_id=page.pk, block_id=uuid4(), kind="sign", label=label, url=url or f"/{label}/"
    )


def titles(campaign: CampaignPage) -> list[str]:
    return [each.event.title for each in upcoming(campaign, NOW)]


def test_events_of_the_campaign_and_of_its_posts_are_told_the_next_one_first(
    newsroom: Newsroom, campaign: CampaignPage
) -> None:
    post = filed(newsroom, campaign, "Come")
    event(post, "Vigil", 48)
    event(campaign, "March", 24)
    event(post, "Over", -48)
    event(make_post(newsroom, title="Elsewhere"), "Bazaar", 1)

    assert titles(campaign) == ["March", "Vigil"]


def test_event_that_goes_on_is_still_told(newsroom: Newsroom, campaign: CampaignPage) -> None:
    event(campaign, "Now", 0)

    assert titles(campaign) == ["Now"]


def test_event_of_a_private_post_is_not_told(newsroom: Newsroom, campaign: CampaignPage) -> None:
    post = filed(newsroom, campaign, "Come")
    event(post, "Secret", 1)
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)

    assert titles(campaign) == []


def test_clocks_show_the_events_own_zone_then_the_newsrooms(
    newsroom: Newsroom, campaign: CampaignPage
) -> None:
    event(campaign, "March", 5)

    [march] = upcoming(campaign, NOW)

    assert [(clock.time, clock.letters) for clock in march.clocks] == [
        ("2 p.m.", "PST"),
        ("5 p.m.", "EST"),
    ]
    assert march.day_shown == "Wednesday, March 4, 2026"
    assert march.url == f"{campaign.url}#event-{march.event.block_id}"


def test_link_leads_to_the_place_in_the_post_that_tells_of_the_event(
    client: Client, newsroom: Newsroom, campaign: CampaignPage
) -> None:
    post = filed(newsroom, campaign, "Come")
    post.body = [event_block(date="2026-03-09"), event_block(date="2026-03-10")]
    post.save()

    [first, second] = upcoming(campaign, NOW)
    assert first.url != second.url
    for told in (first, second):
        address, anchor = told.url.split("#")
        assert client.get(address).content.decode().count(f'id="{anchor}"') == 1


@pytest.mark.parametrize(
    ("state", "is_off"), [("planned", False), ("postponed", True), ("cancelled", True)]
)
def test_event_called_off_says_so(state: str, is_off: bool, campaign: CampaignPage) -> None:
    event(campaign, "March", 5, state)

    assert upcoming(campaign, NOW)[0].is_off is is_off


def test_own_calls_come_first_then_those_of_the_newest_posts_each_once(
    newsroom: Newsroom, campaign: CampaignPage
) -> None:
    older, newer = filed(newsroom, campaign, "Older", -1), filed(newsroom, campaign, "Newer")
    call(older, "write")
    call(newer, "call")
    call(newer, "sign again", url="/sign/")
    call(campaign, "sign")

    assert [action.label for action in actions(campaign)] == ["sign", "call", "write"]


def test_no_more_calls_than_somebody_answers(newsroom: Newsroom, campaign: CampaignPage) -> None:
    for number in range(ACTIONS_AT_MOST + 1):
        call(campaign, f"call {number}")

    assert len(actions(campaign)) == ACTIONS_AT_MOST


def test_posts_of_a_campaign_are_those_that_anybody_may_read(
    newsroom: Newsroom, campaign: CampaignPage
) -> None:
    shown = filed(newsroom, campaign, "Shown")
    filed(newsroom, campaign, "Draft").unpublish()
    make_post(newsroom, title="Other")

    assert list(posts_of(campaign)) == [shown]


@pytest.mark.parametrize("many", [1, 5])
def test_number_of_queries_does_not_grow(
    many: int,
    newsroom: Newsroom,
    campaign: CampaignPage,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(many):
        post = filed(newsroom, campaign, f"Post {number}")
        event(post, "Vigil", number)
        call(post, f"call {number}")

    with django_assert_num_queries(5):
        assert [each.url for each in upcoming(campaign, NOW)]
        assert actions(campaign)
