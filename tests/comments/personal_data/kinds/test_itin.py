import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize("text", ["912-70-1234", "912 88 1234", "999.99.1234"])
def test_groups_in_use_are_an_itin_by_their_shape(text):
    assert found(f"they have {text} in there") == [("itin", text)]


@pytest.mark.parametrize(
    "cue", ["ITIN", "I.T.I.N. is", "taxpayer id", "número de contribuyente", "W-7 came back:"]
)
def test_words_that_name_it_take_any_grouping(cue):
    assert found(f"{cue} 912701234") == [("itin", "912701234")]


def test_words_may_follow():
    assert found("912701234 is my ITIN") == [("itin", "912701234")]


@pytest.mark.parametrize(
    "text", ["they have 912-66-1234", "tax id 95-4321098 of the company", "ITIN 123456789"]
)
def test_other_groups_and_companies_are_none(text):
    assert "itin" not in dict(found(text))
