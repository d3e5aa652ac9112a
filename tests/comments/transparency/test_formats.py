import csv
import io
import json
from datetime import date

import pytest

from comments.transparency.figures import Figures
from comments.transparency.formats import as_csv, as_json, ground_of, neutral, reason_of
from comments.transparency.publication import Counted, publication

JANUARY, FEBRUARY = date(2026, 1, 1), date(2026, 2, 1)


@pytest.fixture
def report():
    figures = Figures()
    for reason, number in (("abuse:no-threats", 6), ("illegal", 7), ("=1+1", 8)):
        for _each in range(number):
            figures.count("removed", rule=reason, source="machine")
            figures.took("decision", 3_600)
    running = Figures()
    running.count("posted", outcome="held")
    return publication(
        [Counted(JANUARY, figures, is_final=True), Counted(FEBRUARY, running, is_final=False)]
    )


def measure(report, code="removed"):
    read = json.loads(as_json(report, time_zone="America/New_York"))
    return next(each for each in read["measures"] if each["measure"] == code)


def test_json_says_of_each_measure_its_months_its_kinds_and_its_sum(report):
    removed = measure(report)
    assert removed["total"] == 21
    assert removed["waits"] is False
    assert removed["spans"] == [{"from": "2026-01", "to": "2026-01", "number": 21}]
    [table] = removed["by"]["rule"]
    assert (table["from"], table["to"], table["number"], table["other"]) == (
        "2026-01",
        "2026-01",
        21,
        None,
    )
    assert {"kind": "illegal", "reason": "illegal", "ground": "illegal", "number": 7} in table[
        "kinds"
    ]


def test_json_says_how_it_was_counted(report):
    read = json.loads(as_json(report, time_zone="America/New_York"))
    assert (read["schema"], read["time_zone"], read["smallest"]) == (1, "America/New_York", 5)
    assert read["months"] == ["2026-01"]
    assert read["times"]["decision"] == [
        {"from": "2026-01", "to": "2026-01", "median_seconds": 3600, "ninth_decile_seconds": None}
    ]


def test_the_same_report_is_the_same_bytes(report):
    assert as_json(report, time_zone="UTC") == as_json(report, time_zone="UTC")
    assert as_json(report, time_zone="UTC").endswith(b"}\n")


def test_csv_has_the_same_numbers(report):
    rows = list(csv.reader(io.StringIO(as_csv(report).decode())))
    assert rows[0] == ["measure", "by", "kind", "from", "to", "number"]
    assert ["removed", "", "", "2026-01", "2026-01", "21"] in rows
    assert ["removed", "rule", "abuse:no-threats", "2026-01", "2026-01", "6"] in rows
    assert ["removed", "", "total", "", "", "21"] in rows


def test_csv_names_other():
    figures = Figures()
    for kind, number in (("held", 9), ("spam", 3), ("published", 9)):
        for _each in range(number):
            figures.count("posted", outcome=kind)
    december = Counted(date(2026, 12, 1), figures, is_final=True)
    rows = list(csv.reader(io.StringIO(as_csv(publication([december])).decode())))
    assert ["posted", "outcome", "other", "2026-12", "2026-12", "12"] in rows


def test_no_cell_is_a_formula(report):
    for line in csv.reader(io.StringIO(as_csv(report).decode())):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)
    assert neutral("=1+1") == "'=1+1"


def test_a_removal_is_on_the_ground_of_the_law_or_of_the_newsrooms_rules():
    assert (ground_of("illegal:against-the-law"), ground_of("abuse")) == ("illegal", "terms")
    assert (reason_of("abuse:no-threats"), reason_of("abuse")) == ("abuse", "abuse")
