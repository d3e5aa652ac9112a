from comments.transparency.authorities import OUTCOMES, WANTED
from comments.transparency.measures import MEASURES


def test_the_report_counts_all_that_the_form_offers():
    measure = next(each for each in MEASURES if each.code == "authority")
    offered = {"wanted": WANTED, "outcome": OUTCOMES}
    for classification in measure.classifications:
        codes = [code for code, _label in offered[classification.code]]
        assert sorted(codes) == sorted(classification.kinds)
