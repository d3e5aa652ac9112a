from datetime import date

from comments.transparency.figures import Figures
from comments.transparency.measures import MEASURES
from comments.transparency.publication import Counted, publication
from comments.views.transparency_page import durations, sections, shares

DECEMBER = date(2026, 12, 1)


def report(first_day=DECEMBER, *, hours=2, **kinds):
    figures = Figures()
    for rule, number in kinds.items():
        for _each in range(number):
            figures.count("removed", rule=rule, source="machine")
            figures.count("posted", outcome="held")
            figures.took("decision", hours * 3_600)
    return publication([Counted(first_day, figures, is_final=True)])


def removed(found):
    return next(section for section in found if section.code == "removed")


def test_every_measure_has_a_section_in_the_order_of_the_report():
    codes = [section.code for section in sections(report(), titles={})]
    assert codes == [measure.code.replace("_", "-") for measure in MEASURES]


def test_a_table_has_a_column_for_each_rule_by_its_title():
    found = removed(sections(report(abuse=6, illegal=7), titles={}))
    by_rule, by_source = found.grids
    assert by_rule.columns == (
        "Abuse or threat (ground: the newsroom's rules)",
        "Against the law (ground: the law)",
    )
    assert [line.numbers for line in by_rule.lines] == [(6, 7)]
    assert not by_rule.has_other
    assert by_source.heading == "By what had pointed at them"


def test_what_is_in_other_has_no_number_of_its_own():
    found = removed(sections(report(abuse=6, illegal=2, spam=9), titles={}))
    [line] = found.grids[0].lines
    assert (line.numbers, line.other, line.total) == ((6,), 11, 17)


def test_the_plot_and_the_months_are_there():
    found = removed(sections(report(abuse=6), titles={}))
    assert found.spans == (("December 2026", 6),)
    assert found.plot.tallest == 6


def test_lengths_of_time_are_in_words():
    [(name, [line]), *others] = durations(report(abuse=6))
    assert name.startswith("From sending")
    assert (line.months, line.median, line.ninth) == ("December 2026", "2 hours", "")
    assert all(lines == [] for _name, lines in others)


def test_the_ninth_decile_is_there_from_fifty_on():
    assert durations(report(abuse=50))[0][1][0].ninth == "2 hours"


def test_shares_are_in_hundredths():
    assert shares(report(abuse=6)) == [
        (0.0, "of the comments sent, published or put aside by a machine alone")
    ]
