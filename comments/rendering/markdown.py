"""Readers' Markdown: what it means here, and which of its words it would lose."""

import re
from collections.abc import Sequence

from linkify_it import LinkifyIt
from linkify_it.main import Match
from linkify_it.ucre import SRC_DOMAIN, SRC_XN
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

MAX_NESTING = 20
"""Levels of quotes and lists; a list counts two. Markdown drops the text below that."""

_OFF = ["heading", "lheading", "image", "reference"]
_LEAVES = frozenset({"inline", "fence", "code_block", "hr"})
# The marks before a line's own text: quotes and list items.
_MARKERS = re.compile(r"^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?![^ \t])))*[ \t]*")

# The finder reads a label "xn--a" in two ways, so 40 of them in a row ("xn--a.xn--a...") would take
# it years. Without the first way nothing is lost: the second reads such labels like all others.
_UNAMBIGUOUS_DOMAIN = SRC_DOMAIN.replace(f"{SRC_XN}|", "", 1)
_NEW_SENTENCE = re.compile(r"\.[A-Z][a-z]+(?:[/?#:]|$)")


def to_unsafe_html(tokens: Sequence[Token]) -> str:
    """The HTML of parsed Markdown, before any sanitiser has seen it."""
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def parse(text: str) -> list[Token]:
    """`text` as Markdown tokens."""
    return _MARKDOWN.parse(text)


def drops_lines(tokens: Sequence[Token], text: str) -> bool:
    """Whether a line of `text` holds words that no token took up, because they are too deep."""
    taken: set[int] = set()
    for token in tokens:
        if token.type in _LEAVES and token.map:
            taken.update(range(*token.map))
    lines = enumerate(text.split("\n"))
    return any(_MARKERS.sub("", line, count=1) for number, line in lines if number not in taken)


class _SoberLinkify:
    """Finds bare addresses, but none in a sentence that begins without a space ("agree.It")."""

    def __init__(self) -> None:
        self._finder = LinkifyIt()
        for name, pattern in self._finder.re.items():
            self._finder.re[name] = pattern.replace(SRC_DOMAIN, _UNAMBIGUOUS_DOMAIN)
        self.test = self._finder.test
        self.pretest = self._finder.pretest
        self.match_at_start = self._finder.match_at_start

    def match(self, text: str) -> list[Match]:
        found: list[Match] = self._finder.match(text) or []
        return [link for link in found if link.schema or not _NEW_SENTENCE.search(link.text)]


class _Parser(MarkdownIt):
    """Markdown that shows a bare address as it was typed; the stock parser decodes it."""

    def __init__(self) -> None:
        options = {"html": False, "linkify": True, "breaks": True, "maxNesting": MAX_NESTING}
        super().__init__("commonmark", options)
        self.linkify = _SoberLinkify()
        self.enable("linkify").disable(_OFF)
        self.add_render_rule("hr", _rule)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 (the parser's own name)
        return link


def _rule(_renderer: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    """Three of the signs that were typed: the policy has no `<hr>`, and they may be a signature."""
    return f"<p>{tokens[index].markup[:3]}</p>\n"


# One for all threads: parsing keeps its state in objects of its own.
_MARKDOWN = _Parser()
