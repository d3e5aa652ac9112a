"""Addresses of the web in a text: repaired when they were broken on purpose, cut to hosts."""

import re

# A word is taken for an address without "http" when it ends in one of these.
TOP_LEVEL = (  # noqa: SIM905  (words in a row are read faster)
    "app bet biz blog ca casino cc cf click club cn co com dating edu eu fr ga gl gle gov icu ie "
    "info io jp link live loan ly mil ml mobi mx net nl online org pl pro ru shop site space store "
    "su tk top tv uk vip website win xyz"
).split()
# These are words, too, that follow a full stop without its space: an address only with a path.
WORDS = "be de es fun in it life me to us work".split()  # noqa: SIM905

# After the word "dot" or "punto" only endings that are no words: "punto de vista" is no address.
SPELLED_TOP_LEVEL = "biz com edu gov info mil mobi net org ru uk xyz".split()  # noqa: SIM905

MAX_HOST_CHARACTERS = 253

_ENDING = "|".join(TOP_LEVEL)
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,62})"
_ADDRESS = re.compile(
    r"(?:(?<![a-z0-9])https?://(?P<with_scheme>[^\s/\\?#<>\"'()\[\]]+)"
    rf"|(?<![\w@./-])(?P<bare>www\.(?:{_NAME}\.){{1,4}}[a-z]{{2,24}}(?![\w@-])"
    rf"|(?:{_NAME}\.){{1,4}}(?:(?:{_ENDING})(?![\w@-])|(?:{'|'.join(WORDS)})(?=/))))"
    r"(?::\d{1,5})?(?:[/?#][^\s<>\"]{0,500})?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?<![a-z])h(?:tt|xx)p(s?)\s{0,3}:\s{0,3}//\s{0,3}", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(r"(?<![a-z])(?:hxxp|https?(?:\s{1,3}:|:\s{1,3}))", re.IGNORECASE)
_DOT = re.compile(
    r"(?<=\w)\s?[\[({]\s?(?:dot|punto|\.)\s?[\])}]\s?(?=\w)|(?<=\w)\u3002(?=\w)"
    rf"|(?<=\w)\s(?:dot|punto|\.)\s(?=(?:{'|'.join(SPELLED_TOP_LEVEL)})\b)",
    re.IGNORECASE,
)


def repair_addresses(text: str) -> tuple[str, int]:
    """The text with "hxxp://", "[.]" and " dot com" as they are meant, and how many there were."""
    broken = len(_BROKEN_SCHEME.findall(text))
    text = _SCHEME.sub(r"http\1://", text)
    text, dots = _DOT.subn(".", text)
    return text, broken + dots


def hosts_of(text: str) -> tuple[str, ...]:
    """The hosts of all addresses in a text of small letters, in order, without "www."."""
    return tuple(filter(None, map(_host, _ADDRESS.finditer(text))))


def without_paths(text: str) -> str:
    """The text with each address cut to its host: the rest of it is noise."""
    return _ADDRESS.sub(lambda match: f" {_host(match)} ", text)


def _host(match: re.Match[str]) -> str:
    found = match["with_scheme"] or match["bare"]
    host = found.rpartition("@")[2].lower().partition(":")[0].strip(".,;!").removeprefix("www.")
    return host[:MAX_HOST_CHARACTERS]
