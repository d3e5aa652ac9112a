from datetime import timedelta

from comments.spam import Evidence, Sign, SpamContext
from comments.spam.filters.form_age import MIN_WRITING_SECONDS, sent_too_fast
from tests.comments.spam.submissions import NOW, a_submission


def sent_after(seconds: float):
    submission = a_submission(opened_at=NOW - timedelta(seconds=seconds))
    return sent_too_fast(submission, SpamContext())


def test_faster_than_anybody_writes_is_a_sign():
    assert sent_after(1.5) == Evidence(Sign.FORM_AGE, "1.5")


def test_a_quick_writer_is_no_robot():
    assert sent_after(MIN_WRITING_SECONDS) is None
