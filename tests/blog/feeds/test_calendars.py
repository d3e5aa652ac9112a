from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from lxml import html as lxml_html
from wagtail.models import PageViewRestriction

from blog.feeds.calendars import KEPT
from blog.models import CampaignIndexPage, CampaignPage
from tests.blog.events.happenings import event_block
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

EDITION, CAMPAIGN = "/calendar.ics", "/campaigns/rent/calendar.ics"
BEGINS = datetime(2026, 4, 1, 19, 30, tzinfo=UTC)


@pytest.fixture
def newsroom():
    return make_newsroom()


@pytest.fixture
def campaign(newsroom):
    parent = newsroom.home.add_child(
        instance=CampaignIndexPage(title="Campaigns", slug="campaigns")
    )
    rent = CampaignPage(title="Rent", slug="rent", goal="Lower rents")
    rent.body = [event_block(title="March", date="2026-05-01")]
    return parent.add_child(instance=rent)


def make_event(newsroom, title="Webinar", *, campaign=None, live=True, **told):
    block = event_block(title=title, **({"date": "2026-04-01"} | told))
    post = make_post(newsroom, title=f"About {title}", body=[block], live=live)
    if campaign:
        post.campaigns = [campaign]
        post.save()
    return post


def events(client, address=EDITION):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def titles(client, address=EDITION):
    return [str(event["SUMMARY"]) for event in events(client, address)]


def test_an_edition_has_all_events_that_anybody_may_read(client, newsroom, campaign):
    make_event(newsroom)
    make_event(newsroom, "Draft", live=False)
    secret = make_event(newsroom, "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    make_event(make_translation(newsroom), "Taller")
    assert titles(client) == ["Webinar", "March"]
    assert titles(client, f"/es{EDITION}") == ["Taller"]


def test_an_event_is_at_its_moment_and_leads_to_its_page(client, newsroom):
    post = make_event(newsroom)
    [event] = events(client)
    assert event["DTSTART"].dt.astimezone(UTC) == BEGINS
    assert str(event["URL"]) == post.full_url


def test_a_campaign_has_its_own_and_those_of_its_posts(client, newsroom, campaign):
    make_event(newsroom, "Of the campaign", campaign=campaign)
    make_event(newsroom, "Of nobody")
    make_event(newsroom, "Draft", campaign=campaign, live=False)
    assert titles(client, CAMPAIGN) == ["Of the campaign", "March"]


def test_what_is_over_stays_for_a_while(client, newsroom, clock):
    make_event(newsroom)
    clock.move_to(datetime(2026, 4, 1, 21, 0, tzinfo=UTC) + KEPT)  # it ends at 21:00 UTC
    assert titles(client) == []
    clock.shift(-60)
    assert titles(client) == ["Webinar"]


def test_what_is_called_off_says_so(client, newsroom):
    make_event(newsroom, state="cancelled")
    assert str(events(client)[0]["STATUS"]) == "CANCELLED"


def test_an_event_that_two_pages_tell_of_is_one(client, newsroom):
    first = make_event(newsroom)
    make_post(newsroom, title="Again", body=first.body.raw_data[:])
    assert titles(client) == ["Webinar"]


def test_a_calendar_without_events_is_one(client, newsroom):
    assert titles(client) == []
    assert client.get("/es/calendar.ics").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/campaigns/calendar.ics", "/news/calendar.ics", "/nothing/calendar.ics"],
)
def test_what_is_no_campaign_has_no_calendar(client, newsroom, campaign, address):
    assert client.get(address).status_code == 404


def test_a_campaign_that_not_everybody_may_read_has_no_calendar(client, campaign):
    PageViewRestriction.objects.create(page=campaign, restriction_type="login")
    assert client.get(CAMPAIGN).status_code == 404


def test_who_has_it_already_is_told_so(client, newsroom):
    make_event(newsroom)
    first = client.get(EDITION)
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert client.get(EDITION, headers={"if-none-match": first["ETag"]}).status_code == 304
    make_event(newsroom, "Second")
    assert client.get(EDITION, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("posts", [10, 100])
def test_the_number_of_queries_does_not_grow(client, newsroom, posts, django_assert_num_queries):
    for number in range(posts):
        make_event(newsroom, f"Event {number}")
    client.get(EDITION)
    with django_assert_num_queries(7):
        client.get(EDITION)


def test_pages_say_where_calendars_are(client, campaign):
    page = lxml_html.fromstring(client.get("/campaigns/rent/").content)
    links = page.xpath("//link[@type='text/calendar']/@href")
    assert links == [EDITION, CAMPAIGN]
    assert page.xpath(f"//main//a[@href='{CAMPAIGN}']")


def test_the_addresses_are_those_that_are_promised():
    assert reverse("feeds:calendar") == EDITION
    assert reverse("feeds:campaign", args=["campaigns/rent/"]) == CAMPAIGN
    with translation.override("es"):
        assert reverse("feeds:calendar") == f"/es{EDITION}"
