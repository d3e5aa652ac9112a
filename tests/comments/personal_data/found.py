"""How the tests of the kinds ask: what was found, as (kind, datum) in the order of the text."""

from comments.personal_data import NOTHING, Allowed, find


def found(text: str, *, allowed: Allowed = NOTHING) -> list[tuple[str, str]]:
    spans = find(text, allowed=allowed)
    return [(span.kind.value, text[span.start : span.end]) for span in spans]
