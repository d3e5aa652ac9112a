from datetime import timedelta

import pytest

from comments.submission import Sender, Submission, read_number
from tests.comments.factories import SAID_AT


def test_writing_time_runs_from_opening_to_sending():
    submission = Submission(
        page_id=1,
        parent_id=None,
        author_name="Ana",
        author_website="",
        body="Hello",
        key="k",
        opened_at=SAID_AT,
        sent_at=SAID_AT + timedelta(seconds=90),
        is_honeypot_filled=False,
        sender=Sender(),
    )
    assert submission.writing_time == timedelta(seconds=90)


@pytest.mark.parametrize(
    ("sender", "own"),
    [
        (Sender(key="k", is_known=True), "k"),
        (Sender(key="shared by strangers", is_known=False), None),
        (Sender(key="", is_known=True), None),
    ],
)
def test_a_key_that_strangers_share_is_nobodys_own(sender, own):
    assert sender.own_key == own


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("9007199254740991", 2**53 - 1),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("abc", None),
        ("९", None),
        ("9" * 17, None),
        ("9" * 5_000, None),
    ],
)
def test_a_number_is_as_many_digits_as_a_comments_can_have(text, number):
    assert read_number(text) == number
