"""What a moderator marks to be blacked out: pieces that were found, and words typed by hand."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from comments.exposure import exposures
from comments.models import Comment, CommentSettings
from comments.models.explanation import MAX_EXPLANATION_CHARACTERS
from comments.moderation import Blackout, Ruling
from comments.moderation.blackening import can_be_found, plain
from comments.spam_report.trial import TrialForm
from comments.views.wording import DATUM

MAX_LINES = 20
MAX_LINE_CHARACTERS = 500
LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


class Piece(NamedTuple):
    """Personal data that was found in some text of a comment, as it is written there."""

    words: str
    kind: str


class RedactionForm(TrialForm):
    """Nothing is blacked out before the moderator has seen what that leaves."""

    words = forms.CharField(
        label=gettext_lazy("Other words, as they were typed, one stretch a line"),
        required=False,
        max_length=MAX_LINES * (MAX_LINE_CHARACTERS + 2),
        widget=forms.Textarea(
            attrs={"rows": 4, "dir": "auto", "spellcheck": "false", "autocomplete": "off"}
        ),
    )
    with_name = forms.BooleanField(
        label=gettext_lazy("In the name, too, where they stand in it"), required=False
    )
    explanation = forms.CharField(
        label=gettext_lazy("Words to its author"),
        required=False,
        max_length=MAX_EXPLANATION_CHARACTERS,
        help_text=gettext_lazy("They stand on the receipt. Leave out what you black out."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    seen = forms.IntegerField(
        min_value=0, max_value=LARGEST_NUMBER, required=False, widget=forms.HiddenInput
    )

    def __init__(
        self, data: QueryDict | None = None, *, pieces: Sequence[Piece], **fields: Any
    ) -> None:  # Any: Django's own
        super().__init__(data, **fields)
        self.pieces = pieces
        # By their places, for a browser changes line ends within a value.
        self.fields["found"] = forms.MultipleChoiceField(
            label=_("Found in it"),
            choices=[(str(n), f"{each.words} ({each.kind})") for n, each in enumerate(pieces)],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def clean_found(self) -> list[str]:
        """The words of the pieces that were ticked."""
        return [self.pieces[int(number)].words for number in self.cleaned_data["found"]]

    def clean_words(self) -> list[str]:
        """The lines that were typed, without empty ones."""
        lines = [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]
        if len(lines) > MAX_LINES:
            raise forms.ValidationError(_("At most %(number)d lines.") % {"number": MAX_LINES})
        for line in lines:
            if len(line) > MAX_LINE_CHARACTERS or not can_be_found(line):
                raise forms.ValidationError(
                    _("A line has from two to %(number)d characters: %(line)s")
                    % {"number": MAX_LINE_CHARACTERS, "line": line[:80]}
                )
        return lines

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """Something is marked, and not told again in the words to the author."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if not self.blackout.words:
            self.add_error("words", _("Mark what is to be blacked out."))
        elif self.blackout.hits(cleaned["explanation"]):
            self.add_error("explanation", _("This tells again what you black out."))
        return cleaned

    def values(self) -> str:
        """What is to be blacked out, of which state of the comment."""
        marked = sorted(plain(words) for words in self.blackout.words)
        said = self.cleaned_data
        return f"{said['seen']} {said['with_name']} {marked}"

    @property
    def blackout(self) -> Blackout:
        """What was marked, each stretch once."""
        marked = dict.fromkeys([*self.cleaned_data["found"], *self.cleaned_data["words"]])
        return Blackout(words=tuple(marked), with_name=self.cleaned_data["with_name"])

    def ruling_of(self, moderator: User) -> Ruling:
        """The redaction as the log will have it."""
        said = self.cleaned_data
        return Ruling(
            moderator=moderator, seen_event_id=said["seen"] or 0, explanation=said["explanation"]
        )


def pieces_of(comment: Comment, settings: CommentSettings) -> list[Piece]:
    """The personal data in what a comment says, said and waits to say, each piece once."""
    return list(dict.fromkeys(_pieces(comment, settings)))


def _pieces(comment: Comment, settings: CommentSettings) -> Iterator[Piece]:
    versions = comment.versions.values_list("body", flat=True)
    for text in (comment.body, comment.author_name, *versions):
        for span in exposures(text, settings):
            yield Piece(text[span.start : span.end], str(DATUM[span.kind]))
