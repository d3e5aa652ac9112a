"""What a moderator answers to an appeal."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments import rulebook
from comments.appeal_outcomes import grounds_of
from comments.appeals import MAX_ALIKE, Answer
from comments.models import Appeal, AppealState, RuleVersion
from comments.models.appeal import MAX_STATEMENT_CHARACTERS
from comments.moderation_queue.forms import rule_as_seen

# Pairs of numbers, each that any database can hold.
ALIKE_SEEN = r"\A[0-9]{1,18}\.[0-9]{1,18}(?: [0-9]{1,18}\.[0-9]{1,18})*\Z"
OUTCOMES = [
    (AppealState.REVERSED.value, _("It was wrong: publish the comment")),
    (AppealState.VARIED.value, _("It stands, but by another rule")),
    (AppealState.UPHELD.value, _("It stands")),
]


class AnswerForm(forms.Form):
    """The outcome, in words unless the author simply gets what was asked for."""

    outcome = forms.ChoiceField(
        label=_("Was it decided rightly?"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    rule = forms.CharField(label=_("The other rule"), required=False, widget=forms.Select)
    words = forms.CharField(
        label=_("What the author is told"),
        required=False,
        max_length=MAX_STATEMENT_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("It stands on the receipt, without your name."),
    )
    seen_event_id = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    alike = forms.BooleanField(required=False)
    # Which others were on the screen, as `appeal_shown.ShownAppeal.alike_in_one_field` wrote them.
    alike_seen = forms.RegexField(
        ALIKE_SEEN, max_length=40 * MAX_ALIKE, required=False, widget=forms.HiddenInput
    )

    def __init__(self, data: QueryDict | None = None, *, appeal: Appeal) -> None:
        seen = appeal.comment.events.latest("pk").pk
        super().__init__(data, label_suffix="", initial={"seen_event_id": seen})
        self._present = _present_rule(appeal)
        self.fields["rule"].widget.choices = _other_rules(self._present)

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """What stands is explained, and what stands by another rule names it."""
        cleaned = super().clean() or {}
        outcome, name = cleaned.get("outcome"), cleaned.get("rule") or ""
        is_varied = outcome == AppealState.VARIED
        cleaned["rule"] = self._other_rule(name) if is_varied else None
        if outcome in (AppealState.UPHELD, AppealState.VARIED) and cleaned.get("words") == "":
            self.add_error("words", _("Tell the author why; the receipt shows it."))
        return cleaned

    def _other_rule(self, name: str) -> RuleVersion | None:
        missing = gettext("Choose the rule by which it stands.")
        try:
            version = rule_as_seen(name, missing=missing)
        except forms.ValidationError as wrong:
            self.add_error("rule", wrong)
            return None
        if version.rule_id == self._present:
            self.add_error("rule", missing)
        return version

    def to_answer(self) -> Answer:
        """What was filled in; call it only on a valid form."""
        said = self.cleaned_data
        return Answer(
            outcome=AppealState(said["outcome"]),
            seen_event_id=said["seen_event_id"],
            words=said["words"],
            rule=said["rule"],
        )

    def alike_as_seen(self) -> dict[int, int]:
        """The other appeals that were on the screen, each with its comment's last event there."""
        pairs = (pair.partition(".") for pair in self.cleaned_data["alike_seen"].split())
        return {int(appeal): int(event) for appeal, _dot, event in pairs}


def _present_rule(appeal: Appeal) -> int | None:
    """The number of the rule that the comment was removed by."""
    version = grounds_of(appeal.event).rule_version
    return version.rule_id if version else None


def _other_rules(present: int | None) -> list[tuple[str, Any]]:
    """The rules in force, without that one."""
    shown = rulebook.in_force(translation.get_language())
    others = [(each.name, each.title) for each in shown if each.rule.pk != present]
    return [("", _("Rule…")), *others]
