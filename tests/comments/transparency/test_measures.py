from comments.transparency.measures import MEASURES, TIMES


def test_every_measure_is_named_once():
    codes = [measure.code for measure in MEASURES]
    assert len(codes) == len(set(codes))


def test_a_measure_is_divided_once_by_the_same():
    for measure in MEASURES:
        codes = [each.code for each in measure.classifications]
        assert len(codes) == len(set(codes))


def test_only_rules_are_not_known_beforehand():
    unknown = [
        (measure.code, each.code)
        for measure in MEASURES
        for each in measure.classifications
        if not each.kinds
    ]
    assert unknown == [("removed", "rule")]


def test_what_santa_clara_and_the_services_act_ask_for_is_there():
    codes = {measure.code for measure in MEASURES}
    assert {"removed", "appeals", "appeal_outcomes", "reports", "authority", "overruled"} <= codes
    assert TIMES == ("decision", "report", "appeal")
