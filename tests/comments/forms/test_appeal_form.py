import pytest

from comments.forms.appeal_form import AppealForm
from comments.models.appeal import MAX_STATEMENT_CHARACTERS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", ""), ("  Why?\r\nWhy? ", "Why?\nWhy?"), ("a\x07b", "ab"), ("<b>", "<b>")],
)
def test_words_are_free_and_lose_nothing_but_control_characters(typed, kept):
    form = AppealForm({"statement": typed})
    assert form.is_valid()
    assert form.cleaned_data["statement"] == kept


def test_no_words_at_all_are_fine():
    assert AppealForm({}).is_valid()


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_words_that_are_too_long_are_said_to_be_and_never_cut(more, fits):
    form = AppealForm({"statement": "x" * (MAX_STATEMENT_CHARACTERS + more)})
    assert form.is_valid() == fits
    assert ("2001 characters, 2000 fit" in str(form.errors)) != fits
