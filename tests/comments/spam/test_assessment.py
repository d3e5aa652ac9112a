from comments.spam.assessment import BINNING_SIGNS, Assessment, Evidence, Sign, Verdict


def test_signs_are_the_kinds_of_evidence():
    evidence = (Evidence(Sign.LINKS, "1"), Evidence(Sign.LINKS, "2"), Evidence(Sign.WORDS))
    assert Assessment(Verdict.HOLD, 2, evidence).signs == {Sign.LINKS, Sign.WORDS}


def test_a_link_a_copy_and_a_failed_check_never_bin():
    assert not {Sign.LINKS, Sign.DUPLICATE, Sign.CHECK_FAILED} & BINNING_SIGNS
