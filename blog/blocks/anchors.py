"""What blocks of one body share while it is shown: taken anchors, and the notes to refer to."""

import re
from dataclasses import dataclass, field

from django.utils.text import slugify

# A tag, with what stands in quotes inside it, or words between tags.
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass
class Anchors:
    """Hands out each anchor of a body once, and counts the notes that words may refer to."""

    notes: int = 0
    taken: set[str] = field(default_factory=set)

    def of_heading(self, words: str) -> str:
        """An anchor that tells the words of a heading, apart from all others of the page."""
        plain = f"h-{slugify(words, allow_unicode=True) or 'section'}"
        anchor, number = plain, 1
        while anchor in self.taken:
            number += 1
            anchor = f"{plain}-{number}"
        self.taken.add(anchor)
        return anchor

    def linked(self, html: str) -> str:
        """Rich text in which each [1] leads to the note of that number, if there is one.

        The first [1] of a body is what the note leads back to. Words of links stay as they are.
        """
        if not self.notes or "[" not in html:
            return html
        pieces, depth = [], 0
        for piece in _TAG.split(html):
            depth += piece.startswith("<a ") - (piece == "</a>")
            is_words = depth == 0 and not piece.startswith("<")
            pieces.append(_MARK.sub(self._mark, piece) if is_words else piece)
        return "".join(pieces)

    def _mark(self, found: re.Match[str]) -> str:
        number = int(found[1])
        if not 1 <= number <= self.notes:
            return found[0]
        anchor = mark_of(number)
        is_first = anchor not in self.taken
        self.taken.add(anchor)
        place = f' id="{anchor}"' if is_first else ""
        return (
            f'<sup class="mark"><a href="#note-{number}"{place} role="doc-noteref">'
            f"[{number}]</a></sup>"
        )


def mark_of(number: int) -> str:
    """The anchor of the place in the words that refers to a note."""
    return f"note-{number}-mark"
