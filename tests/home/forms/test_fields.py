import pytest

from home.forms.fields import MAX_CHARACTERS, ReaderFormBuilder
from home.models import FormField


def build(kind, *, required=True):
    field = FormField(
        clean_name="it", label="It", field_type=kind, choices="A\nB", required=required
    )
    return ReaderFormBuilder([field]).formfields["it"]


@pytest.mark.parametrize("kind", ["multiline", "hidden"])
def test_a_text_ends_somewhere(kind):
    assert build(kind).max_length == MAX_CHARACTERS


def test_browsers_know_what_is_asked_for():
    assert build("email").widget.attrs["autocomplete"] == "email"
    assert build("date").widget.input_type == "date"


@pytest.mark.parametrize(("kind", "is_ours"), [("singleline", True), ("radio", False)])
def test_lines_have_our_look_and_choices_their_own(kind, is_ours):
    assert (build(kind).widget.attrs.get("class") == "form__input") is is_ours


@pytest.mark.parametrize(
    ("kind", "label"),
    [("singleline", "It (optional)"), ("checkboxes", "It (optional)"), ("checkbox", "It")],
)
def test_what_may_be_left_out_says_so_and_a_box_to_tick_speaks_for_itself(kind, label):
    assert build(kind, required=False).label == label
    assert build(kind).label == "It"
