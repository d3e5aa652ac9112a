import pytest

from comments.spam import Alike, SpamContext, Verdict, assess, seed
from comments.spam.assessment import INFORMING_SIGNS, SECOND_SIGNS, Evidence, Sign
from comments.submission import Submission
from tests.comments.spam.examinations import a_model
from tests.comments.spam.submissions import a_submission

KNOWN = SpamContext(model=a_model())
SPAM = "Please subscribe to my channel and check out my new video!"


def says(sign: Sign):
    def check(examined):
        return Evidence(sign)

    return check


def silent(examined):
    return None


def broken(examined):
    raise ZeroDivisionError


def verdict_of(*filters):
    return assess(a_submission(), KNOWN, filters).verdict


def really(body: str = SPAM, *, sent: Submission | None = None, **context):
    submission = sent or a_submission(body=body)
    return assess(submission, SpamContext(model=seed.load(), **context))


def test_nothing_found_advises_to_publish():
    assert verdict_of(silent) == Verdict.PUBLISH


@pytest.mark.parametrize("sign", sorted(set(Sign) - INFORMING_SIGNS))
def test_one_sign_alone_holds_even_the_honeypot(sign):
    assert verdict_of(says(sign), silent) == Verdict.HOLD


@pytest.mark.parametrize("sign", sorted(INFORMING_SIGNS))
def test_what_only_informs_holds_nobody(sign):
    assert verdict_of(says(sign)) == Verdict.PUBLISH


@pytest.mark.parametrize("sign", sorted(SECOND_SIGNS))
def test_words_of_spam_and_a_second_sign_bin(sign):
    assert verdict_of(says(Sign.SPAM_WORDS), says(sign)) == Verdict.BIN


@pytest.mark.parametrize("sign", sorted(set(Sign) - SECOND_SIGNS))
def test_no_other_sign_helps_to_bin(sign):
    assert verdict_of(says(Sign.SPAM_WORDS), says(sign)) == Verdict.HOLD


def test_nothing_bins_without_words_of_spam():
    assert verdict_of(says(Sign.WORDS), *map(says, SECOND_SIGNS)) == Verdict.HOLD


def test_a_broken_filter_holds_and_says_which_it_was(caplog):
    assessment = assess(a_submission(), KNOWN, (broken, silent))
    assert assessment.verdict == Verdict.HOLD
    assert assessment.evidence == (Evidence(Sign.CHECK_FAILED, "broken"),)


def test_a_broken_filter_does_not_help_to_bin(caplog):
    assert verdict_of(broken, says(Sign.SPAM_WORDS)) == Verdict.HOLD
    assert verdict_of(broken, says(Sign.SPAM_WORDS), says(Sign.HONEYPOT)) == Verdict.HOLD


def test_without_a_model_a_person_is_asked(caplog):
    assessment = assess(a_submission(), SpamContext())
    assert assessment.verdict == Verdict.HOLD
    assert assessment.evidence == (Evidence(Sign.CHECK_FAILED, "score"),)
    assert (assessment.score, assessment.version) == (0.0, 0)


def test_out_of_time_between_sentences_a_person_is_asked(caplog):
    moments = iter([False, True])
    context = SpamContext(model=a_model(), is_late=lambda: next(moments, False))
    words = "The first sentence is long enough. The second is long enough as well. So is this."
    assessment = assess(a_submission(body=words), context)
    assert assessment.evidence == (Evidence(Sign.CHECK_FAILED, "score"),)


def test_out_of_time_between_filters_a_person_is_asked(caplog):
    moments = iter([False, True])
    context = SpamContext(model=a_model(), is_late=lambda: next(moments))
    one_sentence = a_submission(body="I will come.")
    assessment = assess(one_sentence, context, (silent, says(Sign.LINKS)))
    assert assessment.verdict == Verdict.HOLD
    assert assessment.evidence == (Evidence(Sign.CHECK_FAILED, "check"),)


def test_the_score_and_its_version_are_told():
    assessment = assess(a_submission(), SpamContext(model=a_model(bias=-3.5)))
    assert (assessment.score, assessment.version) == (-3.5, 0)


def test_an_honest_comment_passes_the_real_filters():
    assert really(a_submission().body).verdict == Verdict.PUBLISH


def test_a_robot_with_an_advertisement_is_binned_by_the_real_filters():
    robot = a_submission(is_honeypot_filled=True, body=SPAM)
    assert really(sent=robot).verdict == Verdict.BIN


def test_an_advertisement_alone_is_held_by_the_real_filters():
    assert really().verdict == Verdict.HOLD


def test_spam_to_two_new_hosts_is_binned_by_the_real_filters():
    assert really(new_hosts=("a.example", "b.example")).verdict == Verdict.BIN


def test_a_pasted_petition_is_held_and_never_binned_by_the_real_filters():
    words = "I ask the county to end the contract with the jail. Sign with us."
    assert really(words, alike=Alike(total=48)).verdict == Verdict.HOLD
    assert really(words, alike=Alike(total=48, honest=1)).verdict == Verdict.PUBLISH
    assert really(words, alike=Alike(total=48, spam=40)).verdict == Verdict.HOLD


def test_whether_it_still_learns_is_told():
    assert really(is_learning=False).is_learning is False
    assert really().is_learning
