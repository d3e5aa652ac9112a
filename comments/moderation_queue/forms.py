"""What a moderator's form sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from comments.models import ModerationEvent
from comments.moderation import ACTS, Ruling, keep
from comments.states import REMOVAL_REASONS, Action, Reason

LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


class DecisionForm(forms.Form):
    """One decision: what to do, what the moderator had seen, and for a removal, why."""

    action = forms.ChoiceField(
        choices=[(action.value, action.label) for action in (*ACTS, Action.KEEP)]
    )
    reason = forms.ChoiceField(
        choices=[("", _("Reason…")), *((reason.value, reason.label) for reason in REMOVAL_REASONS)],
        required=False,
    )
    seen_event_id = forms.IntegerField(min_value=0)
    seen_report_id = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, required=False)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """A removal needs its reason; the other decisions carry none."""
        cleaned = super().clean() or {}
        if cleaned.get("action") != Action.REMOVE:
            cleaned["reason"] = Reason.NONE
        elif "reason" in cleaned and not cleaned["reason"]:
            self.add_error("reason", _("Choose the reason why you remove it; the log keeps it."))
        return cleaned

    @property
    def complaint(self) -> str:
        """What is wrong with what was sent, in one line."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)

    def act(self, comment_id: int, ruling: Ruling) -> ModerationEvent:
        """Carry the decision out. Raises `DecisionRefused` and `Comment.DoesNotExist`."""
        action = Action(self.cleaned_data["action"])
        if action == Action.KEEP:
            seen = self.cleaned_data["seen_report_id"] or 0
            return keep(comment_id, ruling, seen_report_id=seen)
        return ACTS[action](comment_id, ruling)

    def ruling_of(self, moderator: User) -> Ruling:
        """The decision as the log will have it."""
        seen, reason = self.cleaned_data["seen_event_id"], self.cleaned_data["reason"]
        return Ruling(moderator=moderator, seen_event_id=seen, reason=reason)
