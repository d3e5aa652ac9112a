from comments.spam import Evidence, Sign
from comments.spam.filters.tricks import hides_its_words
from tests.comments.spam.examinations import examine


def test_letters_that_hide_the_words_of_spam_are_told():
    found = hides_its_words(examine("Subscr\u200bibe to my cha\u200bnnel, check out my video"))
    assert found == Evidence(Sign.TRICKS, "invisible")


def test_honest_words_in_odd_letters_are_not():
    assert hides_its_words(examine("The \uff53heriff promised us a meeting.")) is None


def test_spam_in_plain_letters_has_no_tricks():
    assert hides_its_words(examine("Subscribe to my channel, check out my video")) is None


def test_without_a_score_there_is_no_evidence():
    assert hides_its_words(examine("Subscribe!", model=None)) is None
