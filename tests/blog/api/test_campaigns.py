import pytest

from blog.models import CampaignPlace
from tests.api import ask, refusal, walk
from tests.pages import make_campaign, make_newsroom, make_translation, paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


def test_a_campaign_is_told_with_its_goal_and_how_it_stands(client, newsroom):
    make_campaign(newsroom, status="won", starts_on="2012-01-05")
    [told] = ask(client, "campaigns/")["items"]
    assert (told["goal"], told["status"]) == ("The bus runs at night.", "won")
    assert (told["starts_on"], told["ends_on"]) == ("2012-01-05", None)
    assert told["url"] == "http://testserver/campaigns/bus-40/"


def test_by_itself_it_has_its_text_and_its_places(client, newsroom):
    campaign = make_campaign(newsroom, body=[paragraph()])
    CampaignPlace.objects.create(
        campaign=campaign, name="Springfield", latitude="39.8", longitude="-89.6"
    )
    told = ask(client, f"campaigns/{campaign.pk}")
    assert "Come and speak." in told["html"]
    assert [(each["name"], each["latitude"]) for each in told["places"]] == [("Springfield", 39.8)]


def test_campaigns_are_found_page_by_page(client, newsroom):
    made = [make_campaign(newsroom, title=f"C{number}").pk for number in range(5)]
    assert [each["id"] for each in walk(client, "campaigns/", limit=2)] == made


def test_each_language_can_be_asked_for(client, newsroom):
    make_campaign(newsroom)
    make_campaign(make_translation(newsroom), title="Autobús 40")
    [told] = ask(client, "campaigns/", language="es")["items"]
    assert (told["title"], told["language"]) == ("Autobús 40", "es")


def test_a_draft_is_not_told(client, newsroom):
    campaign = make_campaign(newsroom, live=False)
    assert ask(client, "campaigns/")["items"] == []
    assert refusal(client, f"campaigns/{campaign.pk}")["status"] == 404


@pytest.mark.parametrize("after", ["x", "1.2", "9" * 19])
def test_a_place_that_is_none_is_refused(client, newsroom, after):
    assert refusal(client, "campaigns/", after=after)["status"] == 422


@pytest.mark.parametrize("campaigns", [1, 6])
def test_the_number_of_queries_does_not_grow(
    client, newsroom, campaigns, django_assert_num_queries
):
    for number in range(campaigns):
        make_campaign(newsroom, title=f"C{number}")
    ask(client, "campaigns/")
    with django_assert_num_queries(5):
        ask(client, "campaigns/")
