from comments.spam.assessment import (
    INFORMING_SIGNS,
    SECOND_SIGNS,
    Assessment,
    Evidence,
    Sign,
    Verdict,
)


def test_signs_are_the_kinds_of_evidence():
    evidence = (Evidence(Sign.LINKS, "1"), Evidence(Sign.LINKS, "2"), Evidence(Sign.WORDS))
    assert Assessment(Verdict.HOLD, 2, evidence).signs == {Sign.LINKS, Sign.WORDS}


def test_one_link_a_copy_a_term_and_a_failed_check_never_help_to_bin():
    harmless = {Sign.LINKS, Sign.NEW_HOST, Sign.DUPLICATE, Sign.TERMS, Sign.CHECK_FAILED}
    assert not harmless & SECOND_SIGNS


def test_what_informs_does_not_bin():
    assert not INFORMING_SIGNS & SECOND_SIGNS
