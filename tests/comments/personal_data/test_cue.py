import re

import pytest

from comments.personal_data.cue import Cue

CUE = Cue({"ssn": "", "social": "(?: sec(?:urity)?)?", "a#": ""})
PATTERN = re.compile(CUE.pattern)


@pytest.mark.parametrize(
    "text", ["ssn", "my ssn", "social", "(social security)", "social sec", "a#"]
)
def test_each_way_to_say_it_is_a_cue(text):
    assert [match[0] for match in CUE.finditer(PATTERN, text)] == [
        text.removeprefix("my ").strip("()")
    ]


@pytest.mark.parametrize("text", ["lessn", "ssns", "socially", "antisocial", "3ssn", ""])
def test_parts_of_other_words_are_no_cue(text):
    assert list(CUE.finditer(PATTERN, text)) == []


def test_text_without_any_beginning_is_not_searched():
    class Unsearchable:
        def finditer(self, text):
            raise AssertionError("searched")

    assert list(CUE.finditer(Unsearchable(), "nothing of the kind")) == []
