import re
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from comments import rulebook, seals, transparency
from comments.models import CommentSettings
from comments.transparency.formats import as_json
from tests.comments.transparency.past import day, happened, removals, reports

REPORT, JSON, CSV = "/transparency/", "/transparency.json", "/transparency.csv"
LOG = "/transparency/log/"
PAGES = (REPORT, f"/es{REPORT}", JSON, CSV)

pytestmark = pytest.mark.usefixtures("newsroom", "clock")


@pytest.fixture
def past():
    """Three months: seven removals, three, and nine reports."""
    removals(7, day(11), reason="abuse")
    removals(3, day(12), reason="illegal")
    reports(9, day(12))
    transparency.count_due()


def read(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def publish_log(newsroom):
    rules = CommentSettings.for_site(newsroom.site)
    rules.publishes_log = True
    rules.save()


def test_the_addresses_are_those_that_are_promised():
    assert reverse("transparency:report") == REPORT
    assert reverse("transparency:log") == LOG
    assert reverse("transparency_files:json") == JSON
    assert reverse("transparency_files:csv") == CSV


def test_what_is_served_is_what_the_log_says_byte_for_byte(past):
    body = Client().get(JSON).content
    recounted = transparency.publication(transparency.recounted())
    assert body == as_json(recounted, time_zone=django_settings.TIME_ZONE)


def test_the_page_has_the_numbers_of_the_files(past):
    html = read(REPORT)
    assert "November 2025" in html
    assert re.search(r"<th scope=\"row\">November 2025</th><td>7</td>", html)
    assert "removed,rule,abuse,2025-11,2025-11,7" in read(CSV)


def test_a_number_below_five_is_nowhere(past):
    assert "removed,,,2025-12" not in read(CSV)
    html = read(REPORT)
    assert "The newest months wait" in html
    assert "<td>3</td>" not in html


def test_rules_have_their_titles(moderator):
    version = rulebook.publish(
        None, code="no-threats", reason="abuse", texts={"en": ("No threats", "")}, user=moderator
    )
    removals(7, day(11), rule_version=version)
    transparency.count_due()
    assert "No threats (ground: the newsroom&#x27;s rules)" in read(REPORT)


def test_a_new_newsroom_says_that_there_is_nothing_to_tell():
    assert "No comment was sent yet." in read(REPORT)


def test_the_sums_count_the_month_that_is_not_over(clock):
    for _each in range(12):
        happened("submit", day(3, 2, year=2026))
    transparency.count_due()
    assert "<dd>12</dd>" in read(REPORT)


def test_the_newest_seal_stands_on_the_page(past, clock):
    assert "The seal of the log" not in read(REPORT)
    clock.shift(timedelta(hours=1))
    seals.seal()
    assert seals.newest().digest in read(REPORT)


@pytest.mark.parametrize("address", PAGES)
def test_every_cache_may_keep_it_and_nobody_gets_a_cookie(past, address):
    response = Client().get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_it_is_read_in_a_few_queries(past, address, django_assert_max_num_queries):
    Client().get(address)
    with django_assert_max_num_queries(12):
        Client().get(address)


def test_the_files_say_what_they_are(past):
    assert Client().get(JSON)["Content-Type"] == "application/json"
    csv = Client().get(CSV)
    assert csv["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in csv["Content-Disposition"]


def test_each_language_leads_to_the_others(past):
    assert 'href="/es/transparency/"' in read(REPORT)
    assert 'href="/transparency/"' in read(f"/es{REPORT}")
    assert '<html lang="es"' in read(f"/es{REPORT}")


def test_the_foot_of_every_page_leads_there():
    assert 'href="/transparency/"' in read(reverse("comments:rules"))


def test_no_name_of_a_moderator_is_in_it(moderator):
    moderator.username = "Quetzalcoatl"
    moderator.save()
    removals(7, day(11), moderator=moderator)
    transparency.count_due()
    for address in PAGES:
        assert "Quetzalcoatl" not in read(address)


@pytest.mark.parametrize("address", [*PAGES, LOG])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_sent_there(address, method):
    assert Client().generic(method, address).status_code == 405


def test_the_log_is_not_there_unless_the_owner_wants_it(newsroom, past):
    assert Client().get(LOG).status_code == 404
    assert LOG not in read(REPORT)
    publish_log(newsroom)
    assert "Removed" in read(f"{LOG}?before=2025-12-12")
    assert f'href="{LOG}"' in read(REPORT)


@pytest.mark.parametrize("before", ["", "x", "0001-01-01", "9999-12-31", "2025-02-30", "' OR 1"])
def test_any_day_can_be_asked_for(newsroom, past, before):
    publish_log(newsroom)
    assert Client().get(LOG, {"before": before}).status_code == 200
