import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "text",
    ["219-09-9999", "219 09 9999", "219.09.9999", "219\u201109\u20119999", "219 - 09 - 9999"],
)
def test_shape_alone_is_enough(text):
    assert found(f"they wrote {text} on it") == [("ssn", text)]


@pytest.mark.parametrize(
    "cue",
    [
        "SSN:",
        "ss#",
        "my social is",
        "soc sec no.",
        "seguro social",
        "mi número de seguro es",
        "S.S.N.",
    ],
)
def test_words_that_name_it_take_any_grouping(cue):
    assert found(f"{cue} 219099999") == [("ssn", "219099999")]
    assert found(f"{cue} 21909-9999") == [("ssn", "21909-9999")]


@pytest.mark.parametrize(
    "text", ["000-12-3456", "666-12-3456", "923-12-3456", "219-00-9999", "219-09-0000"]
)
def test_numbers_that_are_never_issued_are_none(text):
    assert found(f"they wrote {text} on it") == []


@pytest.mark.parametrize(
    "text", ["219-09-99991", "1219-09-9999", "2-219-09-9999", "044 55 5555 1234", "219099999"]
)
def test_parts_of_other_numbers_are_none(text):
    assert "ssn" not in dict(found(f"they wrote {text} on it"))


def test_social_security_in_talk_is_none():
    assert found("Social Security pays 67 million people, 000-00-0000 is on the card") == []
