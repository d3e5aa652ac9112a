import pytest

from comments.forms.notice_form import FollowForm, ManageForm, ReceiptNoticeForm, Wanted
from comments.models import Frequency, Topic


def test_an_address_is_kept_in_one_way_of_writing():
    form = FollowForm({"email": " Ana@EXAMPLE.org", "frequency": Frequency.DAILY})
    assert form.is_valid()
    assert form.cleaned_data == {"email": "Ana@example.org", "frequency": Frequency.DAILY}


@pytest.mark.parametrize("email", ["", "ana", "ana@example.org\r\nBcc: x@example.org", "a" * 300])
def test_what_is_no_address_is_said(email):
    form = FollowForm({"email": email, "frequency": Frequency.DAILY})
    assert list(form.errors) == ["email"]


@pytest.mark.parametrize("frequency", ["", Frequency.NEVER, "hourly"])
def test_a_rhythm_that_is_not_offered_is_refused(frequency):
    form = FollowForm({"email": "ana@example.org", "frequency": frequency})
    assert list(form.errors) == ["frequency"]


@pytest.mark.parametrize(
    ("topic", "is_valid"), [(Topic.REPLIES, True), (Topic.DECISION, True), (Topic.PAGE, False)]
)
def test_a_receipt_offers_what_concerns_its_comment(topic, is_valid):
    data = {"email": "ana@example.org", "frequency": Frequency.AT_ONCE, "topic": topic}
    assert ReceiptNoticeForm(data).is_valid() == is_valid


@pytest.mark.parametrize("wanted", list(Wanted))
def test_whoever_has_a_link_may_want_less(wanted):
    form = ManageForm({"wanted": wanted})
    assert form.is_valid()
    assert form.cleaned_data["frequency"] == Frequency.AT_ONCE


@pytest.mark.parametrize("wanted", ["", "confirm", "stop_all"])
def test_and_nothing_else(wanted):
    assert not ManageForm({"wanted": wanted}).is_valid()
