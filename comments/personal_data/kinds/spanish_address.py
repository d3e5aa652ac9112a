"""Street addresses by the habits of Spanish: "calle Morelos 45, col. Centro", "6a avenida 3-45"."""

import re
from collections.abc import Iterator
from itertools import chain

from comments.personal_data.kinds.address_tails import end_of_spanish
from comments.personal_data.kinds.address_words import has_strong_cue, is_followed_by_a_crowd
from comments.personal_data.reading import Reading
from comments.personal_data.shapes import MONTH, is_year
from comments.personal_data.span import Found, Kind

_TYPE = (
    r"(?:calles?|cll?e?|c/|avenida|avda|ave|av|boulevard|bulevar|blvd|blv|calzada|calz|callejon"
    r"|privada|priv|andador|cerrada|cda|prolongacion|prol|carretera|carr|camino|paseo|pasaje|psje"
    r"|pje|circuito|retorno|vereda|carrera|cra|kra|diagonal|transversal|jiron|ronda|residencial)"
)
# Words that no street is called by, though they stand between "calle" and a number in talk.
_NO_NAME = (
    r"(?:a|en|con|por|para|que|se|y|e|o|hay|fue|son|al|es|mas|como|cuando|donde|arrest\w{1,12}|detu\w{1,12}"
    r"|deten\w{1,12}|unos|unas|casi|desde|hasta|sin|un|una|su|mi|hoy|ayer|eran|llena|cerrad[oa]|ya|no|num"
    r"|numero|si|the|to|and|at|is|was|behind|from|with|in|on|for)"
)
_WORD = rf"(?!{_NO_NAME}\b)(?:[a-z]{{1,4}}\.|[a-z][a-z']{{0,20}})"
_DAY = rf"\d{{1,2}} de {MONTH}"
_NAME = rf"(?P<name>(?:{_DAY}|\d{{1,3}}(?:a|er|ta|da|°)?|{_WORD})(?: (?:{_WORD}|{_DAY})){{0,4}}?)"
_NOT_BARE = r"(?!(?:de|del|la|las|los|el)(?: (?:la|las|los|el))? \d)"  # "3 calles de la 26"
_MARK = r"(?P<mark>#|n°|no\b\.?|num\b\.?|numero|nro\b\.?)"
_BY_TYPE = re.compile(
    rf"(?<!\w)(?<!th )(?<!st )(?<!rd )(?<!nd ){_TYPE}(?:\.? |\.|(?<=c/)){_NOT_BARE}{_NAME}"
    rf"[ ,]{{1,3}}(?:{_MARK} ?)?(?P<number>\d{{1,5}}(?: ?- ?\d{{1,4}})?(?:-?[a-z])?)"
    r"(?![\w%$])(?![.,:/]\d)"
)
_NUMBERED = re.compile(
    r"\d(?<![\w.,-].)\d?(?:a|ra|da|ta|ava|na|°)?\.? (?:avenida|av|calle|ave)\b\.?"
    r"(?: \"?[a-z]\"?)? ?#?\d{1,2} ?- ?\d{1,3}\b"
)
_NUMBER_OF = re.compile(
    r"\d(?:(?<=el .)|(?<=al .)|(?<=numero .)|(?<=num\. .)|(?<=no\. .)|(?<=#.)|(?<=# .))\d{2,5}"
    rf" (?:de|sobre) la (?:calle|avenida|av\.?) {_WORD}(?: {_WORD}(?=[.,;\n]|$))?"
)
_LOT = re.compile(r"\b(?:manzana|mza?)\b\.? ?#?[a-z0-9]{1,3}[ ,]{1,3}(?:lote|lt)\b\.? ?#?\d{1,4}\b")
_COUNTED = re.compile(rf" ?(?:%|a\.?m\b|p\.?m\b|hrs?\b|de {MONTH}|mil\b|km\b|grados|pesos)")


def find_spanish_address(reading: Reading) -> Iterator[Found]:
    """Addresses with a number, as far as the words around them do not make it a count."""
    prose = reading.prose
    for match in _BY_TYPE.finditer(prose):
        found = _found(reading, match)
        if found.end > match.end() or match["mark"] or _sounds_like_one(prose, match):
            yield found
    others = chain(_NUMBERED.finditer(prose), _NUMBER_OF.finditer(prose), _LOT.finditer(prose))
    yield from (_found(reading, match) for match in others)


def _sounds_like_one(prose: str, match: re.Match[str]) -> bool:
    """Whether name and number are an address without "#", flat or quarter."""
    if has_strong_cue(prose, match.start()):
        return True
    name = match["name"]
    is_number_twice = name[0].isdigit() and not re.match(_DAY, name)
    return not (
        is_number_twice
        or is_year(match["number"])
        or _COUNTED.match(prose, match.end())
        or is_followed_by_a_crowd(prose, match.end())
    )


def _found(reading: Reading, match: re.Match[str]) -> Found:
    return Found(Kind.STREET_ADDRESS, match.start(), end_of_spanish(reading, match.end()))
