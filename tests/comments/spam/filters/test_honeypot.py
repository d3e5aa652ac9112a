from comments.spam import Evidence, Sign
from comments.spam.filters.honeypot import filled_honeypot
from tests.comments.spam.examinations import examine
from tests.comments.spam.submissions import a_submission


def test_a_filled_honeypot_is_a_sign():
    robot = a_submission(is_honeypot_filled=True)
    assert filled_honeypot(examine(submission=robot)) == Evidence(Sign.HONEYPOT)


def test_an_empty_honeypot_is_none():
    assert filled_honeypot(examine()) is None
