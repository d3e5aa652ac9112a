"""Personal data in a text, as far as the owner has not allowed it, and how to take it out."""

from collections.abc import Iterable

from comments import personal_data
from comments.models import CommentSettings
from comments.personal_data import Allowed, Span

TAKEN_OUT = "[…]"


def exposures(text: str, settings: CommentSettings) -> tuple[Span, ...]:
    """The spans of a text that could endanger somebody, without hotlines, offices and the like."""
    return personal_data.find(text, allowed=allowed_by(settings))


def allowed_by(settings: CommentSettings) -> Allowed:
    """What may be published: what belongs to everybody, and the owner's own lists."""
    public = personal_data.PUBLIC
    return Allowed(
        emails=public.emails | _lines(settings.allowed_emails),
        phones=public.phones | _lines(settings.allowed_phones),
        domains=public.domains | _lines(settings.allowed_domains),
        addresses=public.addresses | _lines(settings.allowed_addresses),
    )


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with a mark in the place of each span."""
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = text[: span.start] + TAKEN_OUT + text[span.end :]
    return text


def _lines(typed: str) -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, typed.splitlines())))
