import pytest
from django.core.exceptions import ValidationError

from comments import conf
from comments.forms.body_field import BodyField


def test_words_lose_control_characters_and_outer_space_alone():
    assert BodyField().clean(" Come\x07 early\r\nall of you ") == "Come early\nall of you"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("   ", "Please write your comment."),
        ("x" * (conf.MAX_BODY_CHARACTERS + 1), "5001 characters, 5000 fit"),
        (">" * 30 + " deep", "nested too deeply"),
    ],
)
def test_what_cannot_be_taken_is_said_so_that_it_can_be_changed(typed, message):
    with pytest.raises(ValidationError) as problem:
        BodyField().clean(typed)
    assert message in " ".join(problem.value.messages)
