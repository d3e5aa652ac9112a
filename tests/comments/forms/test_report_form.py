import pytest

from comments.forms.report_form import ReportForm
from comments.models import ReportReason
from comments.reports import Complaint


def filled(**fields):
    return ReportForm({"reason": ReportReason.NAMES_ME} | fields)


@pytest.mark.parametrize("reason", ReportReason)
def test_every_reason_can_be_chosen(reason):
    form = filled(reason=reason)
    assert form.is_valid()
    assert form.to_complaint() == Complaint(reason=reason)


@pytest.mark.parametrize("reason", ["", "because"])
def test_a_report_needs_one_of_the_reasons(reason):
    assert filled(reason=reason).errors["reason"]


def test_words_are_cleaned_of_what_nobody_sees():
    form = filled(words="  Look:\r\nhe\x1b[31m lies \u202e ")
    assert form.is_valid()
    assert "\x1b" not in form.cleaned_data["words"]
    assert form.cleaned_data["words"].startswith("Look:\nhe")


@pytest.mark.parametrize(("length", "is_valid"), [(1_000, True), (1_001, False)])
def test_words_that_are_too_long_are_named_and_not_cut(length, is_valid):
    form = filled(words="x" * length)
    assert form.is_valid() is is_valid
    if not is_valid:
        assert "1001 characters, 1000 fit" in form.errors["words"][0]


def test_a_null_byte_is_refused():
    assert filled(words="a\x00b").errors["words"]
