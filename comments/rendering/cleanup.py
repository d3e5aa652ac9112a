"""Plain text clean-up: what no comment and no name may hold, whatever becomes of them later."""

import re
import unicodedata

MAX_COMBINING_MARKS = 4
"""Marks kept on one base character. Written languages need at most four; hundreds of them
("zalgo") paint over the neighbours. Measured November 2026."""

# NUL and the other C0 controls except tab and line feed, DEL, C1, lone surrogates: PostgreSQL,
# nh3 and the response's encoder each refuse some of them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
# LRO and RLO show letters in another order than they are stored: a disguise for addresses.
# Right-to-left languages need marks, embeddings and isolates, and those stay.
_BIDI_OVERRIDES = re.compile("[\u202d\u202e]")
# Letters and signs that are drawn as nothing: a name of them looks empty, or like another's.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]")
# The two joiners are spelling in Persian, in Indic scripts and in emoji, never next to ASCII.
_STRAY_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_JOINERS = "\u200c\u200d"
_LAST_BEFORE_MARKS = "\u02ff"


def without_controls(text: str) -> str:
    r"""`text` with `\n` as its only line end and without characters that storage refuses."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def tidy_characters(text: str) -> str:
    """`text` in NFC, without direction overrides, at most MAX_COMBINING_MARKS to a base.

    Marks are capped before NFC too, because sorting a long run of them takes quadratic time.
    """
    if text.isascii():
        return text
    shown = _BIDI_OVERRIDES.sub("", text)
    return _cap_marks(unicodedata.normalize("NFC", _cap_marks(shown)))


def clean_text(source: str) -> str:
    """A comment's source as it is stored: line ends, controls and characters put in order.

    Cleaning twice changes nothing. NFKC is never used: it turns full-width signs into `<` and `>`.
    """
    return tidy_characters(without_controls(source))


def clean_name(name: str) -> str:
    """A name on a single line, without controls, direction controls and invisible characters."""
    line = " ".join(without_controls(name).split())
    visible = "".join(char for char in _BLANK.sub("", line) if not _is_format(char))
    return " ".join(tidy_characters(_STRAY_JOINERS.sub("", visible)).split())


def _is_format(char: str) -> bool:
    return char not in _JOINERS and unicodedata.category(char) == "Cf"


def _cap_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if _is_mark(char) else 0
        if marks <= MAX_COMBINING_MARKS:
            kept.append(char)
    return "".join(kept)


def _is_mark(char: str) -> bool:
    return char > _LAST_BEFORE_MARKS and unicodedata.category(char) in ("Mn", "Me")
