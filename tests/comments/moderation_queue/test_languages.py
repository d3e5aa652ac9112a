import pytest

from comments.moderation_queue.languages import language_choices, name_of


@pytest.mark.parametrize(("code", "name"), [("es", "Spanish"), ("tlh", "tlh"), ("", "")])
def test_a_language_is_called_by_its_name(code, name):
    assert name_of(code) == name


def test_the_newsrooms_own_languages_are_offered_and_the_rest():
    assert [code for code, _name in language_choices()] == ["", "en", "es", "other", "untold"]
