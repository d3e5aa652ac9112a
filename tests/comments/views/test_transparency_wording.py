from datetime import date

import pytest

from comments.transparency.measures import MEASURES, RULE, TIMES
from comments.views import transparency_wording as wording

JANUARY, MARCH = date(2026, 1, 1), date(2026, 3, 1)


def test_everything_that_is_counted_has_words():
    assert list(wording.MEASURES) == [measure.code for measure in MEASURES]
    assert tuple(wording.TIMES) == TIMES
    for measure in MEASURES:
        for each in measure.classifications:
            assert each.code in wording.CLASSIFICATIONS


def test_every_kind_has_words():
    for measure in MEASURES:
        for each in measure.classifications:
            known = each.code in (RULE, "reason")
            assert known or all((each.code, kind) in wording.KINDS for kind in each.kinds)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("abuse:no-threats", "No threats (ground: the newsroom's rules)"),
        ("abuse:gone", "Abuse or threat (ground: the newsroom's rules)"),
        ("abuse", "Abuse or threat (ground: the newsroom's rules)"),
    ],
)
def test_a_rule_has_its_title_or_its_reason(kind, label):
    assert wording.rule_label(kind, "terms", {"no-threats": "No threats"}) == label


def test_months_are_named():
    assert wording.months_label(JANUARY, JANUARY) == "January 2026"
    assert wording.months_label(JANUARY, MARCH) == "January 2026 to March 2026"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 minutes"),
        (60, "1 minute"),
        (7_000, "116 minutes"),
        (7_200, "2 hours"),
        (160_000, "44 hours"),
        (172_800, "2 days"),
    ],
)
def test_a_length_of_time_is_in_the_largest_unit_of_which_there_are_two(seconds, words):
    assert wording.duration(seconds) == words
