import pytest

from comments.moderation_queue.forms import DecisionForm
from comments.states import REMOVAL_REASONS, Action, Reason


def sent(**fields):
    return DecisionForm({"action": Action.APPROVE, "seen_event_id": 1} | fields)


@pytest.mark.parametrize("reason", REMOVAL_REASONS)
def test_a_removal_carries_its_reason(reason):
    form = sent(action=Action.REMOVE, reason=reason)
    assert form.is_valid()
    assert form.cleaned_data["reason"] == reason


@pytest.mark.parametrize("reason", ["", Reason.FIRST_COMMENT, "because"])
def test_a_removal_needs_one_of_the_reasons(reason):
    assert sent(action=Action.REMOVE, reason=reason).errors["reason"]


@pytest.mark.parametrize(
    "action", [Action.APPROVE, Action.HOLD, Action.TRASH, Action.RESTORE, Action.KEEP]
)
def test_other_decisions_carry_no_reason(action):
    form = sent(action=action, reason=Reason.ABUSE)
    assert form.is_valid()
    assert form.cleaned_data["reason"] == Reason.NONE


@pytest.mark.parametrize("action", ["", "delete", Action.SUBMIT, Action.IMPORT, Action.UNDO])
def test_what_is_no_decision_is_refused(action):
    assert sent(action=action).errors["action"]


def test_a_complaint_names_everything_that_is_wrong():
    assert DecisionForm({}).complaint.count("This field is required.") == 2


@pytest.mark.parametrize("seen", ["x", "-1", "9" * 20])
def test_a_number_that_no_report_has_is_refused(seen):
    assert sent(action=Action.KEEP, seen_report_id=seen).errors["seen_report_id"]


@pytest.mark.parametrize("seen", ["", "x", "-1"])
def test_a_decision_says_what_its_maker_had_seen(seen):
    assert sent(seen_event_id=seen).errors["seen_event_id"]
