import pytest
from wagtail.models import PageViewRestriction

from tests.api import ask, refusal, walk
from tests.blog.events.happenings import event_block
from tests.pages import make_newsroom, make_post, make_translation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def newsroom():
    return make_newsroom()


def make_event(newsroom, title="Webinar", **told):
    block = event_block(title=title, **({"date": "2026-04-01"} | told))
    return make_post(newsroom, title=f"About {title}", body=[block])


def titles(client, **asked):
    return [each["title"] for each in ask(client, "events/", **asked)["items"]]


def test_an_event_is_told_with_its_moment_and_its_page(client, newsroom):
    post = make_event(newsroom)
    [told] = ask(client, "events/")["items"]
    assert (told["title"], told["page"]["id"], told["language"]) == ("Webinar", post.pk, "en")
    assert told["url"] == f"{post.full_url}#event-{told['id']}"
    assert told["starts_at"].startswith("2026-04-01T")
    assert told["state"] == "planned"


def test_what_is_to_come_goes_forward_and_what_is_over_back(client, newsroom):
    for title, day in [
        ("B", "2026-05-01"),
        ("A", "2026-04-01"),
        ("Y", "2026-01-02"),
        ("Z", "2026-02-02"),
    ]:
        make_event(newsroom, title, date=day)
    assert titles(client) == ["A", "B"]
    assert titles(client, when="past") == ["Z", "Y"]


@pytest.mark.parametrize(("when", "day"), [("upcoming", "2026-04-01"), ("past", "2026-01-01")])
def test_events_at_one_moment_are_found_page_by_page(client, newsroom, when, day):
    for number in range(5):
        make_event(newsroom, f"E{number}", date=day)
    found = [each["title"] for each in walk(client, "events/", limit=2, when=when)]
    assert sorted(found) == ["E0", "E1", "E2", "E3", "E4"]


def test_what_is_called_off_says_so(client, newsroom):
    make_event(newsroom, state="cancelled")
    assert ask(client, "events/")["items"][0]["state"] == "cancelled"


def test_each_language_can_be_asked_for(client, newsroom):
    make_event(newsroom)
    make_event(make_translation(newsroom), "Charla")
    assert titles(client, language="es") == ["Charla"]


def test_what_not_everybody_may_read_is_not_told(client, newsroom):
    PageViewRestriction.objects.create(page=make_event(newsroom), restriction_type="login")
    assert titles(client) == []


@pytest.mark.parametrize("asked", [{"when": "now"}, {"after": "x"}, {"language": "%"}])
def test_what_makes_no_sense_is_refused(client, newsroom, asked):
    assert refusal(client, "events/", **asked)["status"] == 422


@pytest.mark.parametrize("events", [1, 6])
def test_the_number_of_queries_does_not_grow(client, newsroom, events, django_assert_num_queries):
    for number in range(events):
        make_event(newsroom, f"E{number}")
    ask(client, "events/")
    with django_assert_num_queries(8):
        ask(client, "events/")
