"""E-mail addresses, also those spelled against robots: "ana arroba correo punto com"."""

import re
from collections.abc import Iterator

from comments.personal_data.cue import Cue
from comments.personal_data.reading import Reading
from comments.personal_data.span import NO_CUE, Found, Kind

_PROVIDER = (
    r"(?:g-?mail|googlemail|hotmail|yahoo|ymail|outlook|icloud|live|msn|aol|proton(?:mail)?|tuta"
    r"|tutanota|gmx|zoho|riseup|comcast|verizon|att|sbcglobal|fastmail|disroot|prodigy|mail)"
)
_BEGINS = r"(?<![\w.+%@-])"
_LOCAL = rf"{_BEGINS}[\w.+%'-]{{1,64}}+"
_PLAIN = re.compile(rf"{_LOCAL}@(?:[\w-]{{1,63}}+\.){{1,8}}[a-z]{{2,24}}(?![\w@])")
_NO_ENDING = re.compile(rf"{_LOCAL}@{_PROVIDER}\b(?:[ ,]{{1,2}}com\b)?(?!\.?\w)")

# In the spelled forms words follow words, so an ending must not be one: "@ noon.It is".
_ENDING = (
    r"(?:(?!it\b|is\b|in\b|to\b|we\b|so\b|be\b|he\b|my\b|no\b|do\b|go\b|at\b|an\b|as\b|if\b|or\b|on\b)"
    r"[a-z]{2}|com|net|org|edu|gov|mil|info|name|email|mail|online|site|app|dev|world|example|coop)"
)
_OPEN, _CLOSE = r" {0,2}[(\[{<_*-]{1,2} ?", r" ?[)\]}>_*-]{1,2} {0,2}"
_DOT = (
    rf"(?: ?\.(?! )| \. | ?, ?(?=com\b)|{_OPEN}(?:dot|punto|\.){_CLOSE}"
    r"| (?:dot|punto|d0t|pto|punt) )"
)
_AT = rf"(?:{_OPEN}(?:at|arroba|@|a){_CLOSE}| ?@ ?| arr?oba | aroba |(?<=\w)arroba(?=\w))"
_JOINT = (
    r"(?: (?:dot|punto|underscore|under score|guion bajo|guion|dash|hyphen|\.) "
    r"| {0,2}[(\[](?:dot|punto)[)\]] {0,2})"
)
_SPELLED_LOCAL = rf"{_BEGINS}(?:[\w.+%'-]{{1,64}}+{_JOINT}){{0,3}}[\w.+%'-]{{1,64}}"
_LABEL = r"[a-z0-9][a-z0-9-]{0,62}"
_SPELLED = re.compile(
    rf"{_SPELLED_LOCAL}{_AT}"
    rf"(?:{_LABEL}(?:{_DOT}{_LABEL}){{0,3}}{_DOT}{_ENDING}(?![\w@])|{_PROVIDER}\b)"
)
_AT_WORD = re.compile(
    rf"(?P<local>{_SPELLED_LOCAL}) at (?:{_PROVIDER}{_DOT}{_ENDING}(?![\w@])"
    rf"|{_LABEL}(?: dot {_LABEL}){{0,3}} dot [a-z]{{2,10}}\b)"
)
# "look at gmail.com", "email me at ..."
_TALK = (
    "look looking me us him her them it is are was be go meet here there that email mail find found"
    " contact reach write account and or on only not up out online page post read see more info"
    " data work works working worked login used address people"
)
_NO_LOCAL = frozenset(_TALK.split())
_CUE = Cue({"email": "s?", "e-mail": "s?", "correo": "s?", "mail": "s?"})
_NAMED = re.compile(
    rf"{_CUE.pattern}[^\d@.]{{0,20}}?\b(?P<datum>[\w.+-]{{3,64}} {_PROVIDER}[ .]{{1,2}}com)\b"
)
_SIGNS = ("@", "roba", "at)", "at]", "at}", "at>", "at_", "at-", "at*", " at ", "(a)", "[a]")


def find_email(reading: Reading) -> Iterator[Found]:
    """Addresses as they are, and as people spell them; not "@name@server", a public name."""
    plain = reading.plain
    for pattern in _worth_looking_for(plain):
        for match in pattern.finditer(plain):
            yield Found(Kind.EMAIL, *match.span())
    if " at " in plain:
        for match in _AT_WORD.finditer(plain):
            if match["local"] not in _NO_LOCAL:
                yield Found(Kind.EMAIL, *match.span(), NO_CUE)
    for match in _CUE.finditer(_NAMED, plain):
        yield Found(Kind.EMAIL, *match.span("datum"), NO_CUE)


def _worth_looking_for(plain: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that may be in a text, told by plain signs, which are cheap to look for."""
    if "@" in plain:
        return (_PLAIN, _NO_ENDING, _SPELLED)
    return (_SPELLED,) if any(sign in plain for sign in _SIGNS) else ()
