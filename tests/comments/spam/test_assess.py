from comments.spam import SpamContext, Verdict, assess
from comments.spam.assessment import Evidence, Sign
from tests.comments.spam.submissions import a_submission


def says(sign: Sign):
    def check(submission, context):
        return Evidence(sign)

    return check


def silent(submission, context):
    return None


def broken(submission, context):
    raise ZeroDivisionError


def verdict_of(*filters):
    return assess(a_submission(), SpamContext(), filters).verdict


def test_nothing_found_advises_to_publish():
    assert verdict_of(silent) == Verdict.PUBLISH


def test_one_sign_alone_holds_even_the_honeypot():
    assert verdict_of(says(Sign.HONEYPOT), silent) == Verdict.HOLD


def test_two_independent_signs_bin():
    assert verdict_of(says(Sign.HONEYPOT), says(Sign.WORDS)) == Verdict.BIN


def test_the_same_sign_twice_is_one_sign():
    assert verdict_of(says(Sign.WORDS), says(Sign.WORDS)) == Verdict.HOLD


def test_a_copied_text_with_a_link_is_never_binned():
    assert verdict_of(says(Sign.LINKS), says(Sign.DUPLICATE)) == Verdict.HOLD


def test_a_broken_filter_holds_and_says_which_it_was(caplog):
    assessment = assess(a_submission(), SpamContext(), (broken,))
    assert assessment.verdict == Verdict.HOLD
    assert assessment.evidence == (Evidence(Sign.CHECK_FAILED, "broken"),)


def test_a_broken_filter_does_not_help_to_bin(caplog):
    assert verdict_of(broken, says(Sign.HONEYPOT)) == Verdict.HOLD


def test_an_honest_comment_passes_the_real_filters():
    assert assess(a_submission(), SpamContext()).verdict == Verdict.PUBLISH


def test_a_robot_with_an_advertisement_is_binned_by_the_real_filters():
    robot = a_submission(is_honeypot_filled=True, body="Best online casino http://a.example")
    assert assess(robot, SpamContext()).verdict == Verdict.BIN
