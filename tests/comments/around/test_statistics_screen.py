import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.around import statistics_screen
from tests.comments.around.shifts import decide
from tests.comments.factories import make_comment, make_user

STATISTICS = reverse("reader_comments:statistics")
MINUTE = timedelta(minutes=1)
NONE = "\N{EN DASH}"


@pytest.fixture
def now(clock):
    return timezone.now()


def read(client):
    return client.get(STATISTICS).content.decode().replace("\xa0", " ").replace("&nbsp;", " ")


def first_row(html):
    row = re.search(r'<tbody role="rowgroup">\s*<tr[^>]*>(.*?)</tr>', html, re.DOTALL)[1]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>.*?</td>", row)]


def test_a_week_is_a_row_of_ones_own_numbers_beside_those_of_all(post, ana, browser, now):
    make_comment(post, status="spam", created_at=now)
    decide(post, ana, at=now, waited=2 * MINUTE)
    decide(post, make_user("bea", first_name="Beatrix"), at=now, waited=180 * MINUTE)
    html = read(browser)
    assert first_row(html) == [
        "3",
        "1 (33 %)",
        "1",
        "2 minutes",
        "2 minutes",
        "2",
        "2 minutes",
        "3 hours",
    ]
    assert "Beatrix" not in html
    assert "You have decided 1 within the last hour." in html


def test_an_empty_desk_has_no_lengths_of_time(browser, now):
    html = read(browser)
    assert first_row(html) == ["0", "0", "0", NONE, NONE, "0", NONE, NONE]
    assert "Only the last" not in html


def test_it_speaks_of_a_break_in_time(post, ana, browser, now):
    for _ in range(50):
        decide(post, ana, at=now, waited=MINUTE)
    assert "Time for a break." in read(browser)


def test_it_says_when_not_all_decisions_are_counted(post, ana, browser, now, monkeypatch):
    monkeypatch.setattr(statistics_screen, "MOST_DECISIONS", 1)
    decide(post, ana, at=now, waited=MINUTE)
    assert "Only the last 1 decisions are counted." in read(browser)


def test_every_screen_of_the_desk_leads_there(browser, newsroom):
    assert STATISTICS in browser.get(reverse("reader_comments:queue")).content.decode()
