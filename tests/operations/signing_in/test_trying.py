"""One try: counted before it is compared, uncounted if it was right, and said in plain words."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from time_machine import Traveller

from operations.limits import Limit, LimiterUnavailable
from operations.signing_in.trying import Outcome, attempt

pytestmark = pytest.mark.django_db


def limit(times: int = 1, *, minutes: int = 15) -> list[Limit]:
    return [Limit("tries", "somebody", times=times, per=timedelta(minutes=minutes))]


def test_what_is_right_is_not_counted() -> None:
    outcomes = [attempt(limit, is_right=lambda: True, wrong="") for _try in range(3)]
    assert outcomes == [Outcome(is_right=True)] * 3


def test_what_is_wrong_says_so() -> None:
    outcome = attempt(limit, is_right=lambda: False, wrong="No.")
    assert (outcome.is_right, outcome.words, outcome.status) == (False, "No.", 422)


def test_when_it_was_wrong_too_often_nobody_compares(clock: Traveller) -> None:
    attempt(limit, is_right=lambda: False, wrong="No.")
    outcome = attempt(limit, is_right=lambda: pytest.fail("compared"), wrong="No.")
    assert (outcome.status, outcome.retry_after_seconds) == (429, 900)
    assert outcome.words == "That was too often. Wait 15 minutes, then try again."


def test_a_minute_is_one_minute(clock: Traveller) -> None:
    def a_minute() -> list[Limit]:
        return limit(0, minutes=1)

    outcome = attempt(a_minute, is_right=lambda: True, wrong="")
    assert outcome.words == "That was too often. Wait 1 minute, then try again."


def test_while_nobody_can_count_nobody_compares() -> None:
    def fail() -> list[Limit]:
        raise LimiterUnavailable

    outcome = attempt(fail, is_right=lambda: pytest.fail("compared"), wrong="No.")
    assert (outcome.is_right, outcome.status) == (False, 503)


@pytest.mark.parametrize(("wait", "header"), [(0, None), (7, "7")])
def test_a_page_tells_programs_how_long(rf: RequestFactory, wait: int, header: str | None) -> None:
    outcome = Outcome(is_right=False, words="No.", status=429, retry_after_seconds=wait)
    page = outcome.page(rf.get("/"), "accounts/refusal.html", {"more": "x"}).render()
    assert (page.status_code, page.get("Retry-After")) == (429, header)
    assert "No." in page.content.decode()
