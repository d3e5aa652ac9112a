"""What may be published although it has the shape of personal data: hotlines, offices, `.gov`."""

import re
from dataclasses import dataclass
from functools import cached_property

from comments.personal_data.folding import folded
from comments.personal_data.shapes import only_digits
from comments.personal_data.span import Kind

_NORTH_AMERICAN_DIGITS = 10
_OPEN, _CLOSE = r"[ (\[{<_*-]{0,4}", r"[ )\]}>_*-]{0,4}"
_AT = re.compile(rf"{_OPEN}(?:@|arr?oba|(?<![a-z0-9])at(?![a-z0-9])){_CLOSE}")
_DOT = re.compile(rf"{_OPEN}(?:\.|(?<![a-z0-9])(?:dot|punto)(?![a-z0-9])){_CLOSE}")
_WORD = re.compile(r"\w{1,64}")
_SHORT = {
    "street": "st",
    "avenue": "ave",
    "avenida": "av",
    "boulevard": "blvd",
    "road": "rd",
    "drive": "dr",
    "lane": "ln",
    "place": "pl",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
}


@dataclass(frozen=True)
class Allowed:
    """Lists of an owner, in the owner's spelling.

    `emails` whole addresses; `phones` in any grouping; `domains` with a dot in front for all below
    (".gov"), without for one host; `addresses` street addresses as far as they must agree.
    """

    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    def permits(self, kind: Kind, datum: str) -> bool:
        """Whether the datum of that kind is on the list, however either was spelled."""
        if kind == Kind.EMAIL:
            return self._permits_email(_plain_email(datum))
        if kind == Kind.PHONE:
            return _plain_phone(datum) in self._plain_phones
        if kind == Kind.STREET_ADDRESS:
            return _plain_words(datum).startswith(self._plain_addresses)
        return False

    def _permits_email(self, email: str) -> bool:
        host = email.partition("@")[2]
        return (
            email in self._plain_emails
            or host in self._plain_domains
            or host.endswith(tuple(domain for domain in self._plain_domains if domain[:1] == "."))
        )

    @cached_property
    def _plain_emails(self) -> frozenset[str]:
        return frozenset(map(_plain_email, self.emails))

    @cached_property
    def _plain_phones(self) -> frozenset[str]:
        return frozenset(map(_plain_phone, self.phones))

    @cached_property
    def _plain_domains(self) -> frozenset[str]:
        return frozenset(map(str.lower, self.domains))

    @cached_property
    def _plain_addresses(self) -> tuple[str, ...]:
        return tuple(filter(None, map(_plain_words, self.addresses)))


NOTHING = Allowed()

# Where to begin: what belongs to everybody, and no newsroom needs to type.
PUBLIC = Allowed(
    phones=frozenset(
        {
            "202-224-3121",  # United States Capitol switchboard
            "202-456-1111",  # White House comment line
            "202-456-1414",  # White House switchboard
        }
    ),
    domains=frozenset({".gov", ".mil", ".gob.mx", ".gob.gt", ".gob.sv", ".gob.hn"}),
    addresses=frozenset(
        {
            "1600 Pennsylvania Avenue",  # the White House
            "26 Federal Plaza",  # immigration courts and ICE in New York ...
            "201 Varick Street",
            "290 Broadway",
            "300 North Los Angeles Street",  # ... in Los Angeles ...
            "606 South Olive Street",
            "100 Montgomery Street",  # ... and in San Francisco
            "630 Sansome Street",
        }
    ),
)


def _plain_email(email: str) -> str:
    return _DOT.sub(".", _AT.sub("@", folded(email).text.strip(), count=1))


def _plain_phone(phone: str) -> str:
    """Its last ten digits: with the country's number or without it is the same line."""
    return only_digits(folded(phone).text)[-_NORTH_AMERICAN_DIGITS:]


def _plain_words(address: str) -> str:
    """Its words, abbreviated, each with a space after it, so that no word agrees in part."""
    words = _WORD.findall(folded(address).text)
    return "".join(f"{_SHORT.get(word, word)} " for word in words)
