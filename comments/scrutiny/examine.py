"""Runs the checks, one after the other."""

from collections.abc import Callable, Iterator
from functools import partial

from comments import conf
from comments.attempts import attempt
from comments.case import Case
from comments.scrutiny.block_list import is_on_the_block_list
from comments.scrutiny.captcha import captcha_is_missing
from comments.scrutiny.haste import sends_too_fast
from comments.scrutiny.origin import came_from_nowhere
from comments.scrutiny.personal_data import may_endanger_somebody
from comments.scrutiny.staff_name import passes_for_staff
from comments.scrutiny.text import could_not_be_rendered
from comments.scrutiny.threats import threatens_somebody
from comments.spam import Evidence

Check = Callable[[Case], Evidence | None]

# Adding a check: its file, one line here, its test.
CHECKS: tuple[Check, ...] = (
    came_from_nowhere,
    could_not_be_rendered,
    may_endanger_somebody,
    threatens_somebody,
    passes_for_staff,
    is_on_the_block_list,
    sends_too_fast,
    captcha_is_missing,
)

# What asks another host waits for its answer.
BUDGETS_SECONDS: dict[Check, float] = {captcha_is_missing: conf.CAPTCHA_BUDGET_SECONDS}


def examine(case: Case, checks: tuple[Check, ...] = CHECKS) -> tuple[Evidence, ...]:
    """What the checks found, in their order."""
    return tuple(_findings(case, checks))


def _findings(case: Case, checks: tuple[Check, ...]) -> Iterator[Evidence]:
    for check in checks:
        budget = BUDGETS_SECONDS.get(check, conf.CHECK_BUDGET_SECONDS)
        found, failure = attempt(check.__name__, partial(check, case), budget_seconds=budget)
        yield from filter(None, (found, failure))
