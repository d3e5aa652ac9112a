"""What a moderator decided on one comment: part of the one form that holds the whole list."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from comments import rulebook
from comments.models import ModerationEvent, RuleVersion
from comments.models.explanation import MAX_EXPLANATION_CHARACTERS
from comments.moderation import ACTS, Ruling, keep
from comments.states import Action

LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


def rule_as_seen(name: str, *, missing: str) -> RuleVersion:
    """The rule that was chosen, as the moderator had read it.

    Raises `ValidationError`: `missing` where none is chosen, and what happened to it otherwise.
    """
    try:
        version = rulebook.as_seen(name)
    except rulebook.RuleChanged as changed:
        title = rulebook.text_of(changed.version, get_language() or "").title
        raise forms.ValidationError(
            _(
                "The rule “%(title)s” was changed after this page was loaded. Open the list again"
                " and read it before you remove anything by it."
            )
            % {"title": title}
        ) from changed
    if version is None:
        raise forms.ValidationError(missing)
    return version


class DecisionForm(forms.Form):
    """One decision: what to do, what the moderator had seen, and for a removal, by which rule."""

    action = forms.ChoiceField(
        choices=[(action.value, action.label) for action in (*ACTS, Action.KEEP)]
    )
    rule = forms.CharField(required=False)
    words = forms.CharField(max_length=MAX_EXPLANATION_CHARACTERS, required=False)
    seen = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER)
    reports = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, required=False)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """A removal is by a rule in force; the others are by none, and tell the author nothing."""
        cleaned = super().clean() or {}
        name, cleaned["rule"] = cleaned.get("rule") or "", None
        if cleaned.get("action") == Action.REMOVE:
            cleaned["rule"] = self._rule(name)
        else:
            cleaned["words"] = ""
        return cleaned

    def _rule(self, name: str) -> RuleVersion | None:
        missing = _("Choose the rule by which you remove it; the log keeps it.")
        try:
            return rule_as_seen(name, missing=missing)
        except forms.ValidationError as wrong:
            self.add_error("rule", wrong)
        return None

    @property
    def complaint(self) -> str:
        """What is wrong with what was sent, in one line."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)

    def act(self, comment_id: int, ruling: Ruling) -> ModerationEvent:
        """Carry the decision out. Raises `DecisionRefused` and `Comment.DoesNotExist`."""
        action = Action(self.cleaned_data["action"])
        if action == Action.KEEP:
            seen = self.cleaned_data["reports"] or 0
            return keep(comment_id, ruling, seen_report_id=seen)
        return ACTS[action](comment_id, ruling)

    def ruling_of(self, moderator: User, *, batch: UUID | None = None) -> Ruling:
        """The decision as the log will have it; `batch` ties it to others sent with it."""
        sent = self.cleaned_data
        return Ruling(
            moderator=moderator,
            seen_event_id=sent["seen"],
            rule_version=sent["rule"],
            explanation=sent["words"],
            batch=batch,
        )
