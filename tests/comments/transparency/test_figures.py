import json
from collections import Counter

import pytest

from comments.transparency.figures import Figures, quantile, rounded


def test_figures_come_back_from_json_as_they_were():
    figures = Figures()
    figures.count("removed", rule="abuse:abuse", source="machine")
    figures.count("trashed")
    figures.took("decision", 4_321.9)
    stored = json.loads(json.dumps(figures.as_json()))
    assert Figures.from_json(stored) == figures
    assert stored == {
        "totals": {"removed": 1, "trashed": 1},
        "kinds": {"removed": {"rule": {"abuse:abuse": 1}, "source": {"machine": 1}}},
        "times": {"decision": {"4300": 1}},
    }


def test_the_same_figures_are_written_in_the_same_order():
    one, other = Figures(), Figures()
    for figures, kinds in ((one, "ab"), (other, "ba")):
        for kind in kinds:
            figures.count(kind, by=kind)
    assert json.dumps(one.as_json()) == json.dumps(other.as_json())


@pytest.mark.parametrize("stored", [{}, {"totals": 1, "kinds": {}, "times": {}}])
def test_what_are_no_figures_is_refused(stored):
    with pytest.raises((KeyError, TypeError)):
        Figures.from_json(stored)


@pytest.mark.parametrize(
    ("seconds", "kept"), [(0, 0), (9, 9), (99, 99), (100, 100), (109, 100), (86_399, 86_000)]
)
def test_lengths_of_time_keep_two_digits(seconds, kept):
    assert rounded(seconds) == kept


def test_a_clock_that_was_set_back_makes_no_time_below_nothing():
    figures = Figures()
    figures.took("decision", -3.5)
    assert figures.times == {"decision": Counter({0: 1})}


def test_a_quantile_is_the_shortest_that_so_many_do_not_exceed():
    lengths = Counter({10: 5, 20: 4, 30: 1})
    assert [quantile(lengths, share) for share in (0.5, 0.51, 0.9, 0.91, 1)] == [10, 20, 20, 30, 30]


def test_of_nothing_there_is_no_quantile():
    with pytest.raises(ValueError, match="nothing"):
        quantile({}, 0.5)
