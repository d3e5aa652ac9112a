from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from blog.models import CampaignPage, CampaignPlace, PostAction, PostEvent
from tests.pages import Newsroom, make_campaign, make_newsroom, make_post
from tests.reading import read, words

pytestmark = pytest.mark.django_db

CAMPAIGN_QUERIES = 22
LIST_QUERIES = 11
BOTH = "A place on the map needs both its latitude and its longitude."


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def fill(newsroom: Newsroom, campaign: CampaignPage, number: int) -> None:
    for n in range(number):
        post = make_post(
            newsroom, title=f"Post {n}", posted_at=datetime(2012, 1, 1 + n, tzinfo=UTC)
        )
        post.campaigns.set([campaign])
        post.save()
        CampaignPlace.objects.create(campaign=campaign, name=f"Town {n}", latitude=36, longitude=-n)
        starts = timezone.now() + timedelta(days=n)
        PostEvent.objects.create(
            page_id=post.pk,
            block_id=uuid4(),
            title=f"Vigil {n}",
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            time_zone="America/New_York",
        )
        PostAction.objects.create(
            page_id=post.pk, block_id=uuid4(), kind="sign", label=f"Sign {n}", url=f"/sign/{n}/"
        )


def test_campaign_tells_goal_standing_actions_events_places_and_news(
    newsroom: Newsroom, client: Client
) -> None:
    campaign = make_campaign(newsroom, starts_on=date(2012, 1, 5))
    fill(newsroom, campaign, 1)

    text = words(read(client, campaign.url))

    assert text.startswith(
        "Running since Thursday, January 5, 2012 Bus 40 The bus runs at night. "
        "News of this campaign by e-mail What you can do now Sign 0 Coming up Vigil 0"
    )
    assert "1 place joined" in text
    assert text.endswith(
        "Town 0 News of this campaign Saturday, December 31, 2011 Post 0 Come and speak."
    )


def test_called_off_event_says_so(newsroom: Newsroom, client: Client) -> None:
    campaign = make_campaign(newsroom)
    fill(newsroom, campaign, 2)
    PostEvent.objects.filter(title="Vigil 0").update(state="cancelled")
    PostEvent.objects.filter(title="Vigil 1").update(state="postponed")

    text = words(read(client, campaign.url))

    assert "Cancelled" in text
    assert "Postponed" in text


def test_map_shows_a_dot_for_each_place(newsroom: Newsroom, client: Client) -> None:
    campaign = make_campaign(newsroom)
    fill(newsroom, campaign, 3)
    CampaignPlace.objects.create(campaign=campaign, name="Nowhere", url="https://nowhere.example")

    page = read(client, campaign.url)

    assert len(page.find_class("campaign-map__place")) == 3
    assert len(page.find_class("campaign__place")) == 4


def test_campaign_without_anything_shows_no_empty_part(newsroom: Newsroom, client: Client) -> None:
    page = read(client, make_campaign(newsroom).url)

    assert page.find_class("campaign__part") == []


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({}, "Running"),
        ({"status": "won", "ends_on": date(2012, 1, 5)}, "Won until Thursday, January 5, 2012"),
        (
            {"starts_on": date(2012, 1, 5), "ends_on": date(2012, 1, 6)},
            "Running Thursday, January 5, 2012 to Friday, January 6, 2012",
        ),
    ],
)
def test_how_a_campaign_stands(
    fields: dict[str, object], standing: str, newsroom: Newsroom, client: Client
) -> None:
    campaign = make_campaign(newsroom, **fields)

    assert words(read(client, campaign.url)).startswith(f"{standing} Bus 40")


def test_list_shows_running_campaigns_first_then_the_latest(
    newsroom: Newsroom, client: Client
) -> None:
    make_campaign(newsroom, "Won", status="won", starts_on=date(2026, 1, 1))
    make_campaign(newsroom, "Old", starts_on=date(2011, 1, 1))
    make_campaign(newsroom, "New", starts_on=date(2012, 1, 1))
    make_campaign(newsroom, "Planned", status="planned")
    make_campaign(newsroom, "Draft", live=False)

    titles = read(client, "/campaigns/").find_class("teaser__title")

    assert [title.text_content() for title in titles] == ["New", "Old", "Planned", "Won"]


def test_empty_list_says_so(newsroom: Newsroom, client: Client) -> None:
    make_campaign(newsroom, live=False)

    assert "Nothing has been published here yet." in words(read(client, "/campaigns/"))


@pytest.mark.parametrize("number", [1, 8])
def test_number_of_queries_does_not_grow(
    number: int,
    newsroom: Newsroom,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    campaign = make_campaign(newsroom)
    fill(newsroom, campaign, number)
    for n in range(number):
        make_campaign(newsroom, f"Campaign {n}")
    for url in (campaign.url, "/campaigns/"):
        client.get(url)

    with django_assert_num_queries(CAMPAIGN_QUERIES):
        client.get(campaign.url)
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/campaigns/")


def test_new_campaign_can_be_previewed_before_it_is_saved(newsroom: Newsroom) -> None:
    listed = make_campaign(newsroom).get_parent()
    campaign = CampaignPage(title="New", slug="new", goal="A park.", locale=newsroom.home.locale)
    campaign.path, campaign.depth = f"{listed.path}0009", listed.depth + 1
    campaign.set_url_path(listed)

    response = campaign.make_preview_request()

    assert response.status_code == 200
    assert b"New</h1>" in response.render().content


def test_summary_is_the_editors_own_or_the_goal() -> None:
    assert CampaignPage(goal="A bus").summary == "A bus"
    assert CampaignPage(goal="A bus", search_description="Short").summary == "Short"


@pytest.mark.parametrize(
    "fields",
    [{"status": "dreamt of"}, {"starts_on": date(2012, 1, 2), "ends_on": date(2012, 1, 1)}],
)
def test_impossible_campaign_is_refused(fields: dict[str, object], newsroom: Newsroom) -> None:
    campaign = make_campaign(newsroom)

    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPage.objects.filter(pk=campaign.pk).update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Here", "region": "TN"},
        {"name": "Mars", "latitude": 1},
        {"latitude": 91, "longitude": 0},
    ],
)
def test_impossible_place_is_refused(fields: dict[str, object], newsroom: Newsroom) -> None:
    campaign = make_campaign(newsroom)
    CampaignPlace.objects.create(campaign=campaign, name="Here", region="TN")

    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPlace.objects.create(campaign=campaign, **fields)


def test_place_is_named_with_its_region() -> None:
    assert str(CampaignPlace(name="Here", region="TN")) == "Here, TN"
    assert str(CampaignPlace(name="Here")) == "Here"


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"latitude": 1}, {"longitude": [BOTH]}),
        ({"longitude": 1}, {"latitude": [BOTH]}),
        ({"latitude": 91, "longitude": 0}, {"latitude": ["A latitude is between -90 and 90."]}),
        (
            {"latitude": 0, "longitude": -181},
            {"longitude": ["A longitude is between -180 and 180."]},
        ),
    ],
)
def test_editors_hear_what_is_wrong_with_a_place(
    fields: dict[str, int], problems: dict[str, list[str]], newsroom: Newsroom
) -> None:
    place = CampaignPlace(campaign=make_campaign(newsroom), name="Mars", **fields)

    with pytest.raises(ValidationError) as refused:
        place.full_clean()

    assert refused.value.message_dict == problems


@pytest.mark.parametrize("fields", [{}, {"latitude": 90, "longitude": -180}])
def test_place_may_be_anywhere_or_unknown(fields: dict[str, int], newsroom: Newsroom) -> None:
    CampaignPlace(campaign=make_campaign(newsroom), name="Pole", **fields).full_clean()


def test_editors_hear_when_a_campaign_ends_before_it_began(newsroom: Newsroom) -> None:
    campaign = make_campaign(newsroom, starts_on=date(2012, 1, 2), ends_on=date(2012, 1, 2))
    campaign.ends_on = date(2012, 1, 1)

    with pytest.raises(ValidationError) as refused:
        campaign.full_clean()

    assert refused.value.message_dict == {"ends_on": ["A campaign cannot end before it began."]}


def test_campaign_without_a_date_comes_last_on_every_database(newsroom: Newsroom) -> None:
    listed = make_campaign(newsroom).get_parent().specific

    campaigns = listed.get_context(RequestFactory().get("/"))["campaigns"]

    assert "NULLS LAST" in str(campaigns.query)
