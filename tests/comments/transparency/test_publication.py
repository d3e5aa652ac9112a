from datetime import date

import pytest

from comments.transparency.figures import Figures
from comments.transparency.measures import MEASURES
from comments.transparency.publication import Counted, Length, Share, kinds_published, publication

JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


def month(first_day=JANUARY, *, is_final=True, times=(), **counts):
    figures = Figures()
    for measure, kinds in counts.items():
        for kind, number in kinds.items():
            for _each in range(number):
                figures.count(measure, outcome=kind)
    for what, seconds, number in times:
        for _each in range(number):
            figures.took(what, seconds)
    return Counted(first_day, figures, is_final)


def test_every_measure_is_in_the_report_in_its_order():
    report = publication([])
    assert list(report.measures) == [measure.code for measure in MEASURES]
    assert report.months == ()


def test_only_months_that_are_over_for_good_are_told_of_alone():
    report = publication(
        [month(posted={"held": 7}), month(FEBRUARY, is_final=False, posted={"held": 14})]
    )
    assert report.months == (JANUARY,)
    assert report.measures["posted"].total == 7
    assert report.totals["posted"] == 21


def test_totals_are_exact_however_few_there_are():
    report = publication([month(posted={"held": 2}), month(FEBRUARY, posted={"held": 1})])
    assert report.totals["posted"] == 3
    assert report.measures["posted"].spans == ()


def test_a_length_of_time_is_told_from_five_and_its_ninth_decile_from_fifty():
    few = publication([month(times=[("decision", 3_600, 4)])])
    some = publication([month(times=[("decision", 3_600, 5)])])
    many = publication([month(times=[("decision", 60, 45), ("decision", 7_200, 5)])])
    assert few.times["decision"] == ()
    assert some.times["decision"] == (Length(JANUARY, JANUARY, 3_600, None),)
    assert many.times["decision"] == (Length(JANUARY, JANUARY, 60, 60),)


def test_lengths_of_months_that_are_shown_together_are_counted_together():
    report = publication(
        [
            month(times=[("appeal", 60, 2)]),
            month(FEBRUARY),
            month(MARCH, times=[("appeal", 600, 3)]),
        ]
    )
    assert report.times["appeal"] == (Length(JANUARY, MARCH, 600, None),)


def test_shares_are_of_published_numbers_alone():
    report = publication(
        [month(posted={"published": 10, "held": 20, "spam": 10}, overruled={"approved": 5})]
    )
    assert report.shares == {
        "decided_by_machine_alone": Share(20, 40),
        "binned_by_machine_and_let_in": Share(5, 10),
    }
    assert report.shares["decided_by_machine_alone"].percent == 50.0


def test_what_waits_is_in_no_share():
    assert publication([month(posted={"published": 10, "held": 3})]).shares == {}


@pytest.mark.parametrize("classification", ["outcome"])
def test_the_kinds_of_all_tables_are_added_up(classification):
    report = publication([month(posted={"held": 7}), month(FEBRUARY, posted={"held": 8})])
    assert kinds_published(report.measures["posted"], classification)["held"] == 15
