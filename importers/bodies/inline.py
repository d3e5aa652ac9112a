"""A run of text with bold, italic and links, kept as values until it is written as rich text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(frozen=True)
class Mark:
    """An inline element that stays open: its name, and its attributes as they are written."""

    element: str
    attributes: str = ""

    @property
    def opening(self) -> str:
        """The opening tag."""
        return f"<{self.element}{self.attributes}>"

    @property
    def closing(self) -> str:
        """The closing tag."""
        return f"</{self.element}>"


@dataclass(frozen=True)
class Run:
    """Text under one set of marks, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


BREAK: Final = Run("\n")


class Line:
    """Text between two block boundaries, which line breaks may divide into paragraphs."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def __bool__(self) -> bool:
        return any(run is not BREAK for run in self._runs)

    @property
    def has_links(self) -> bool:
        """Whether any of its text is a link."""
        return any(mark.element == "a" for run in self._runs for mark in run.marks)

    def add(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Append text; white space is folded as a browser folds it."""
        folded = _WHITE_SPACE.sub(" ", text)
        if self._ends_in_space():
            folded = folded.removeprefix(" ")
        if folded:
            self._runs.append(Run(folded, marks))

    def add_break(self) -> None:
        """Append a line break."""
        self._runs.append(BREAK)

    def plain(self) -> str:
        """The words alone."""
        return " ".join("".join(run.text for run in self._runs).split())

    def paragraphs(self) -> list[str]:
        """Rich text of each paragraph: two breaks in a row divide, one is kept as `<br/>`."""
        written = (_write(lines) for lines in self._divided())
        return [text for text in written if text]

    def _ends_in_space(self) -> bool:
        return not self._runs or self._runs[-1].text[-1] in " \n"

    def _divided(self) -> list[list[list[Run]]]:
        """Paragraphs of lines of runs."""
        paragraphs: list[list[list[Run]]] = [[]]
        for line in _lines(self._runs):
            if _is_blank(line):
                paragraphs.append([])
            else:
                paragraphs[-1].append(line)
        return [lines for lines in paragraphs if lines]


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run is BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _is_blank(line: Sequence[Run]) -> bool:
    return not "".join(run.text for run in line).strip()


def _write(lines: Sequence[Sequence[Run]]) -> str:
    return "<br/>".join(_write_line(_trimmed(line)) for line in lines)


def _trimmed(line: Sequence[Run]) -> list[Run]:
    """Without plain spaces at both ends; a no-break space was put there on purpose."""
    runs = list(line)
    while runs and not (text := runs[0].text.lstrip(" ")):
        runs.pop(0)
    if runs:
        runs[0] = Run(text, runs[0].marks)
    while runs and not (text := runs[-1].text.rstrip(" ")):
        runs.pop()
    if runs:
        runs[-1] = Run(text, runs[-1].marks)
    return runs


def _write_line(runs: Sequence[Run]) -> str:
    written, opened = [], tuple[Mark, ...]()
    for run in runs:
        kept = _common(opened, run.marks)
        written += [mark.closing for mark in reversed(opened[kept:])]
        written += [mark.opening for mark in run.marks[kept:]]
        written.append(escape(run.text, quote=False))
        opened = run.marks
    written += [mark.closing for mark in reversed(opened)]
    return "".join(written)


def _common(left: Sequence[Mark], right: Sequence[Mark]) -> int:
    """How many marks both begin with."""
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length
