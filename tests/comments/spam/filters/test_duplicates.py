from comments.spam import Evidence, Sign, SpamContext
from comments.spam.filters.duplicates import repeated_text
from tests.comments.spam.submissions import a_submission


def test_the_same_words_again_are_a_sign():
    assert repeated_text(a_submission(), SpamContext(copies=2)) == Evidence(Sign.DUPLICATE, "2")


def test_new_words_are_none():
    assert repeated_text(a_submission(), SpamContext()) is None
