"""What every post of a reader's words goes through: size, origin, sender, and the last warning."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments import captcha, conf, exposure, guards, pace
from comments.forms import CommentForm, EditForm
from comments.models import CommentSettings
from comments.personal_data import Kind, Span
from comments.submission import Sender
from comments.views.answering import origin
from comments.views.wording import DATUM

TAKE_OUT, FOR_REVIEW = "take_out", "review"


@dataclass(frozen=True)
class Exposed:
    """One piece of personal data that its writer is about to make public."""

    kind: Kind
    words: str

    @property
    def name(self) -> str:
        """What it looks like, as in "an A-number"."""
        return str(DATUM[self.kind])


@dataclass(frozen=True, kw_only=True)
class Refusing:
    """What is said of a post that is not even read, in the words for what it was to be."""

    too_long: Promise
    foreign: Promise
    not_ours: Promise


A_COMMENT = Refusing(
    too_long=_("This is too long to be a comment."),
    foreign=_("This comment came from another site, so it was not taken."),
    not_ours=_("This is not our comment form."),
)


def request_refusal(request: HttpRequest, said: Refusing = A_COMMENT) -> guards.Refusal | None:
    """Refuse by size and origin, before the form is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > conf.MAX_REQUEST_BYTES:
        return guards.Refusal(413, said.too_long)
    if origin(request) == guards.Origin.FOREIGN:
        return guards.Refusal(403, said.foreign)
    if len(request.POST) > conf.MAX_REQUEST_FIELDS:
        return guards.Refusal(400, said.not_ours)
    return None


def typed_words(request: HttpRequest, *, field: str = "body") -> str:
    """The words of a post that is not taken, to be handed back; "" where they are too many."""
    try:
        return request.POST.get(field, "")
    except SuspiciousOperation:  # more bytes or fields than Django reads
        return ""


def sender_of(request: HttpRequest, *, now: datetime) -> Sender:
    """What the request tells of its sender. Call it outside a transaction."""
    return Sender(
        key=pace.sender_key(request, now=now),
        is_known=pace.is_known(request),
        is_origin_proven=origin(request) == guards.Origin.OWN,
        captcha_token=request.POST.get(captcha.FIELD, ""),
    )


def last_warnings(
    request: HttpRequest, form: CommentForm | EditForm, settings: CommentSettings
) -> list[Exposed]:
    """What the writer has to be warned of before it is sent; nothing once that was answered.

    "Take it out" changes the form's text here; "send it for review" leaves it, for the checks
    to hold.
    """
    found = {
        name: (text, spans)
        for name, text in form.texts.items()
        if (spans := exposure.exposures(text, settings))
    }
    answer = request.POST.get("personal_data")
    if answer == TAKE_OUT:
        form.retype(**{name: exposure.without(*each) for name, each in found.items()})
    return [] if answer in (TAKE_OUT, FOR_REVIEW) else _warnings(found)


def _warnings(found: Mapping[str, tuple[str, tuple[Span, ...]]]) -> list[Exposed]:
    return [
        Exposed(span.kind, text[span.start : span.end])
        for text, spans in found.values()
        for span in spans
    ]
