"""Finding words in a text however they are written there, and putting black in their place.

Plain functions: no database, no clock. A text is read in several ways, and what is found in any
reading goes: as it stands; with its entities, percent signs and escapes decoded; without its
markup; and, for numbers, without whatever separates the digits.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from comments.personal_data.folding import fold
from comments.rendering.policy import FOREIGN_BLOCKS, LINK_REL, READABLE_TAGS

BLACK = "██████"  # always of this length, so that it tells nothing of what stood there
MIN_CHARACTERS = 2
MIN_DIGITS = 5  # so many make a number that is the same one with other signs between its digits
GAP = "\0"  # between two blocks: what stands in both was never said in one breath

# Ways to write characters as others, and what stands between blocks.
_CODES = (
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<gap>\n[ \t]*\n)"
)
_CODE = re.compile(_CODES)
_MARKUP = re.compile(
    rf"{_CODES}|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*+)[^<>]*+>)|(?P<emphasis>[*_~`]+)"
)
_BLOCKS = FOREIGN_BLOCKS | {"p", "blockquote", "ul", "ol", "li", "pre"}
# Of HTML, what is no text of anybody: a rule against "strong" leaves the element alone.
_STRUCTURE = re.compile(
    rf"</?(?:{'|'.join(sorted(READABLE_TAGS | {'span', 'img'}))})(?=[\s/>])"
    r"|(?<=\s)(?:href|src|class|style|rel|target|title|id|dir|lang|start|alt)(?=\s*=)"
    rf'|rel="{LINK_REL}"',
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w\\])[*_~]{1,3}(?=\w)|(?<=\w)[*_~]{1,3}(?!\w)")
_NUMBER = re.compile(r"[0-9](?:[\s()./+-]*[0-9])+")
_LETTER = re.compile("[a-z]")

Place = tuple[int, int]
Filter = Callable[[str], bool]


@dataclass(frozen=True)
class Reading:
    """Character i of `text`, in plain small letters, was written at `[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def only(self, keeps: Filter) -> "Reading":
        """The same without the characters that are not kept."""
        kept = [place for place, character in enumerate(self.text) if keeps(character)]
        return Reading(
            "".join(self.text[place] for place in kept),
            [self.starts[place] for place in kept],
            [self.ends[place] for place in kept],
        )


def blackened(text: str, words: Iterable[str], *, is_html: bool = False) -> str:
    """The text with black in the place of all that `places` finds."""
    for start, end in reversed(places(text, words, is_html=is_html)):
        black = BLACK if is_html else _with_emphasis(text[start:end])
        text = text[:start] + black + text[end:]
    return text


def _with_emphasis(covered: str) -> str:
    """Black, with the half of an emphasis that it covers, or the other half would be left over."""
    marks = list(_EMPHASIS.finditer(covered))
    if len(marks) % 2 == 0:
        return BLACK
    mark = marks[-1]
    begins = covered[mark.start() - 1 : mark.start()].isspace()
    return mark[0] + BLACK if begins else BLACK + mark[0]


def places(text: str, words: Iterable[str], *, is_html: bool = False) -> list[Place]:
    """Where a text says one of the words, from first to last; what touches is one place.

    Small and capital letters, accents, kinds of blanks and invisible signs do not tell words
    apart. Letters of a name are not looked for inside longer words.
    """
    found = [*_places(text, list(words))]
    if is_html:
        structure = [part.span() for part in _STRUCTURE.finditer(text)]
        found = [place for place in found if not _lies_in(place, structure)]
    return _merged(sorted((start, _with_marks(text, end)) for start, end in found))


def can_be_found(words: str) -> bool:
    """Whether there is enough of them to look for."""
    return len(_as_written(words).text.strip()) >= MIN_CHARACTERS


def plain(text: str) -> str:
    """A text as it is compared: small letters without accents, one blank for many."""
    return _as_written(text).text.strip()


def _places(text: str, words: Sequence[str]) -> Iterator[Place]:
    wanted = [each for each in words if can_be_found(each)]
    for read in (_as_written, _decoded, _without_markup):
        reading = read(text)
        for each in wanted:
            yield from _finds(reading, read(each).text.strip())
    for read in (_decoded, _without_markup):
        packed = read(text).only(lambda character: character.isalnum() or character == GAP)
        for number in {number for each in wanted for number in _numbers(each)}:
            yield from _finds(packed, number)


def _finds(reading: Reading, wanted: str) -> Iterator[Place]:
    """Every place of the wanted words in a reading, those that overlap too."""
    start = reading.text.find(wanted) if len(wanted) >= MIN_CHARACTERS else -1
    while start >= 0:
        end = start + len(wanted)
        if not _is_inside_a_word(reading.text, start, end):
            yield reading.starts[start], reading.ends[end - 1]
        start = reading.text.find(wanted, start + 1)


def _is_inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether letters go on before or behind; only where words are written apart."""
    return bool(_LETTER.match(text[start]) and _LETTER.match(text[start - 1 : start])) or bool(
        _LETTER.match(text[end - 1]) and _LETTER.match(text[end : end + 1])
    )


def _numbers(words: str) -> set[str]:
    """The numbers in them that are long enough to be recognised, digits only."""
    digits = ("".join(filter(str.isdigit, run)) for run in _NUMBER.findall(plain(words)))
    return {each for each in digits if len(each) >= MIN_DIGITS}


def _as_written(text: str) -> Reading:
    return _folded((character, place, place + 1) for place, character in enumerate(text))


def _decoded(text: str) -> Reading:
    return _folded(_pieces(text, _CODE))


def _without_markup(text: str) -> Reading:
    return _folded(_pieces(text, _MARKUP))


def _pieces(text: str, parts: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Each character that is meant, with where it is written."""
    end = 0
    for part in parts.finditer(text):
        yield from ((text[place], place, place + 1) for place in range(end, part.start()))
        yield from ((character, *part.span()) for character in _meaning(part))
        end = part.end()
    yield from ((text[place], place, place + 1) for place in range(end, len(text)))


def _meaning(part: re.Match[str]) -> str:
    """What is meant by a part of the markup: mostly nothing."""
    found = part.groupdict()
    if found["entity"]:
        return html.unescape(part[0])
    if found["percent"]:
        return unquote(part[0], errors="replace")
    is_block = (found.get("name") or "").lower() in _BLOCKS
    return GAP if found["gap"] or is_block else ""


def _folded(pieces: Iterable[tuple[str, int, int]]) -> Reading:
    text: list[str] = []
    starts, ends = [], []
    for written, start, end in pieces:
        for character in GAP if written == GAP else fold(written):
            plain_one = " " if character.isspace() else character
            if plain_one == " " and text and text[-1] == " ":
                continue
            text.append(plain_one)
            starts.append(start)
            ends.append(end)
    return Reading("".join(text), starts, ends)


def _with_marks(text: str, end: int) -> int:
    """The end of a place with the accents and joiners behind it that are drawn on its last sign."""
    while end < len(text) and not fold(text[end]) and text[end] != GAP:
        end += 1
    return end


def _lies_in(place: Place, parts: Sequence[Place]) -> bool:
    """Whether one of the parts, which are in order and apart, holds the whole place."""
    before = bisect_right(parts, place[0], key=lambda part: part[0])
    return before > 0 and place[1] <= parts[before - 1][1]


def _merged(places_found: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in places_found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
