"""One try at the door: counted, compared, and answered with the words for what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations import limits
from operations.limits import Allowance, Limit, LimiterUnavailable

SECONDS_OF_A_MINUTE = 60


@dataclass(frozen=True)
class Outcome:
    """Whether it was right; if not, why not, and for programs the status and the time to wait."""

    is_right: bool
    words: str = ""
    status: int = 200
    retry_after_seconds: int = 0

    def page(
        self, request: HttpRequest, template: str, context: dict[str, Any]
    ) -> TemplateResponse:
        """The page again, with the words as `refusal`."""
        context = {**context, "refusal": self.words}
        response = TemplateResponse(request, template, context, status=self.status)
        if self.retry_after_seconds:
            response["Retry-After"] = str(self.retry_after_seconds)
        return response


RIGHT = Outcome(is_right=True)


def attempt(
    counts: Callable[[], list[Limit]], *, is_right: Callable[[], bool], wrong: str
) -> Outcome:
    """Asks `is_right` if there is room; what was right is not counted.

    It is counted before it is asked, so that many tries at once are no way around. While nobody
    can count nobody gets in.
    """
    try:
        counted = counts()
        allowance = limits.take(*counted)
    except LimiterUnavailable:
        return nobody_can_count()
    if not allowance.is_allowed:
        return too_often(allowance)
    if not is_right():
        return Outcome(is_right=False, words=wrong, status=422)
    limits.give_back(*counted)
    return RIGHT


def nobody_can_count() -> Outcome:
    """What is said while neither Redis nor the database counts."""
    words = _("Nobody can sign in at this moment. Try again in a minute.")
    return Outcome(is_right=False, words=words, status=503)


def too_often(allowance: Allowance) -> Outcome:
    """What is said to whoever has to wait."""
    seconds = allowance.retry_after_seconds
    minutes = ceil(seconds / SECONDS_OF_A_MINUTE)
    words = ngettext(
        "That was too often. Wait %(minutes)d minute, then try again.",
        "That was too often. Wait %(minutes)d minutes, then try again.",
        minutes,
    )
    return Outcome(
        is_right=False,
        words=words % {"minutes": minutes},
        status=429,
        retry_after_seconds=seconds,
    )
