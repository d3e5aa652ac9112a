from datetime import timedelta

from comments.spam import Evidence, Sign
from comments.spam.filters.form_age import MIN_WRITING_SECONDS, sent_too_fast
from tests.comments.spam.examinations import examine
from tests.comments.spam.submissions import NOW, a_submission


def sent_after(seconds: float, **fields):
    submission = a_submission(opened_at=NOW - timedelta(seconds=seconds), **fields)
    return sent_too_fast(examine(submission=submission))


def test_faster_than_anybody_writes_is_a_sign():
    assert sent_after(1.5) == Evidence(Sign.FORM_AGE, "1.5")


def test_a_quick_writer_is_no_robot():
    assert sent_after(MIN_WRITING_SECONDS) is None


def test_nobody_times_an_edit():
    assert sent_after(1.5, revises=7) is None
