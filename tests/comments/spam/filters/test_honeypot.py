from comments.spam import Evidence, Sign, SpamContext
from comments.spam.filters.honeypot import filled_honeypot
from tests.comments.spam.submissions import a_submission


def test_a_filled_honeypot_is_a_sign():
    found = filled_honeypot(a_submission(is_honeypot_filled=True), SpamContext())
    assert found == Evidence(Sign.HONEYPOT)


def test_an_empty_honeypot_is_none():
    assert filled_honeypot(a_submission(), SpamContext()) is None
