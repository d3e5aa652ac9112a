import pytest
from django.utils import timezone

from comments import rulebook
from comments.models import Rule
from comments.moderation_queue.forms import DecisionForm
from comments.states import REMOVAL_REASONS, Action

pytestmark = pytest.mark.django_db


def sent(**fields):
    return DecisionForm({"action": Action.APPROVE, "seen": 1} | fields)


@pytest.mark.parametrize("reason", REMOVAL_REASONS)
def test_a_removal_carries_its_rule_as_it_stands_now(reason, moderator):
    form = sent(action=Action.REMOVE, rule=reason)
    assert form.is_valid()
    ruling = form.ruling_of(moderator)
    assert (ruling.rule_version, ruling.ground) == (rulebook.find(reason), reason)


@pytest.mark.parametrize("code", ["", "first_comment", "because", "not a code", "x" * 60])
def test_a_removal_needs_one_of_the_rules(code):
    assert sent(action=Action.REMOVE, rule=code).errors["rule"]


def test_a_retired_rule_removes_nothing():
    Rule.objects.filter(code="abuse").update(retired_at=timezone.now())
    assert sent(action=Action.REMOVE, rule="abuse").errors["rule"]


@pytest.mark.parametrize(
    "action", [Action.APPROVE, Action.HOLD, Action.TRASH, Action.RESTORE, Action.KEEP]
)
def test_other_decisions_are_by_no_rule(action):
    form = sent(action=action, rule="abuse")
    assert form.is_valid()
    assert form.cleaned_data["rule"] is None


def test_words_to_the_author_go_with_the_decision(moderator):
    form = sent(action=Action.REMOVE, rule="abuse", words=" Be kind. ")
    assert form.is_valid()
    assert form.ruling_of(moderator).explanation == "Be kind."


def test_words_for_a_removal_do_not_reach_the_author_with_another_decision(moderator):
    form = sent(action=Action.APPROVE, words="Be kind.")
    assert form.is_valid()
    assert form.ruling_of(moderator).explanation == ""


def test_words_without_end_are_refused():
    assert sent(words="x" * 501).errors["words"]


@pytest.mark.parametrize("action", ["", "delete", Action.SUBMIT, Action.IMPORT, Action.UNDO])
def test_what_is_no_decision_is_refused(action):
    assert sent(action=action).errors["action"]


def test_a_complaint_names_everything_that_is_wrong():
    assert DecisionForm({}).complaint.count("This field is required.") == 2


@pytest.mark.parametrize("seen", ["x", "-1", "9" * 20])
def test_a_number_that_no_report_has_is_refused(seen):
    assert sent(action=Action.KEEP, reports=seen).errors["reports"]


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 20])
def test_a_decision_says_what_its_maker_had_seen(seen):
    assert sent(seen=seen).errors["seen"]
