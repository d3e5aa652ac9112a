"""Numbers and places that belong to an office or a hotline, told by the words around them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from comments.personal_data.span import Found

_LINE = (
    r"hot ?-?lines?|help ?-?lines?|tip ?-?lines?|info(?:rmation)? ?-?lines?|crisis lines?"
    r"|emergency lines?|dial-?in|conference line|(?:legal )?intake|(?:rapid|community) response"
    r"|switchboard|customer service|front desk|main number|respuesta rapida|conmutador"
    r"|linea (?:directa|gratuita|caliente|telefonica|nacional)"
    r"|lineas? (?:\w{1,12} )?(?:de|para) (?:la )?"
    r"(?:ayuda|emergencia|crisis|apoyo|atencion|denuncia|red)\w{0,2}"
)
_AUTHORITY = (
    r"capitol|senators?|sen\.|congress\w{0,8}|representatives?|reps?\.?|governor\w{0,3}|mayor\w{0,3}"
    r"|senador\w{0,4}|congresista|diputad\w{0,4}|gobernador\w{0,4}|alcald\w{0,3}|white house"
    r"|casa blanca|council ?(?:member|woman|man)?|ombudsman|attorney general|fiscalia|procuraduria"
)
_PLACE = (
    r"(?:immigration|federal|district|county|superior|municipal) court(?:house)?|court ?house"
    r"|city hall|federal building|state ?house|consulates?|consulado|embassy|embajada"
    r"|(?:ice|ero|uscis|field|regional|asylum|processing) (?:field )?(?:office|center)|uscis|eoir"
    r"|detention (?:center|facility)|centro de detencion|corte (?:de inmigracion|federal)"
    r"|(?:corte|court|tribunal|juzgado)(?= (?:esta|queda|is|se encuentra) )"
    r"|palacio (?:municipal|de gobierno)|ayuntamiento|oficinas? (?:de|del)"
)
_PERSONAL = re.compile(
    r"\b(?:my|mine|me|his|hers?|him|our|us|their|cell|cel|celular|mi|mis|mio|su|sus|llamame|text"
    r"|home|house|casa|lives?|living|vive|viven|vivo|wife|husband|brother|sister|cousin|friend"
    r"|mom|mother|dad|father|son|daughter|esposa|esposo|herman[oa]|prim[oa]|amig[oa]|hij[oa]"
    r"|mama|papa|personal|private|privado)\b"
)
_NAME = re.compile(rf"\b(?:(?P<place>{_PLACE})|{_LINE}|{_AUTHORITY})(?!\w)")
_REACH = 60  # characters between the name of an office and its number: a short sentence
_REACH_OF_PLACE = 25
_REACH_AFTER = 30
_SENTENCE_ENDS = re.compile(r"[.!?\n]|\d")


@dataclass(frozen=True)
class Offices:
    """Where a text names offices and hotlines, found once for all its numbers."""

    prose: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    place_ends: tuple[int, ...] = ()

    def have_line(self, found: Found) -> bool:
        """Whether the words around a telephone number say that it is an office's or a hotline."""
        place = bisect_right(self.ends, found.start)
        if place and found.start - self.ends[place - 1] <= _REACH:
            return not _PERSONAL.search(self.prose, self.ends[place - 1], found.start)
        place = bisect_left(self.starts, found.end)
        if place == len(self.starts) or self.starts[place] - found.end > _REACH_AFTER:
            return False
        between = self.prose[found.end : self.starts[place]]
        before = self.prose[max(0, found.start - _REACH_AFTER) : found.start]
        return not (_SENTENCE_ENDS.search(between) or _PERSONAL.search(before))

    def stand_at(self, found: Found) -> bool:
        """Whether the words before an address say that a court or an office stands there."""
        place = bisect_right(self.place_ends, found.start)
        if not place or found.start - self.place_ends[place - 1] > _REACH_OF_PLACE:
            return False
        between = self.prose[self.place_ends[place - 1] : found.start]
        return not (_SENTENCE_ENDS.search(between) or _PERSONAL.search(between))


def offices_in(prose: str) -> Offices:
    """The offices and hotlines that a text names."""
    names = list(_NAME.finditer(prose))
    return Offices(
        prose,
        tuple(name.start() for name in names),
        tuple(name.end() for name in names),
        tuple(name.end() for name in names if name["place"]),
    )
