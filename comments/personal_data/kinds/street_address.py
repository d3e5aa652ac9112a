"""Street addresses of persons, in English and Spanish habits; not those of courts and offices."""

from collections.abc import Iterator
from itertools import chain

from comments.personal_data.kinds.english_address import find_english_address
from comments.personal_data.kinds.spanish_address import find_spanish_address
from comments.personal_data.offices import offices_in
from comments.personal_data.reading import Reading
from comments.personal_data.span import Found


def find_street_address(reading: Reading) -> Iterator[Found]:
    """Addresses where no court or office is said to stand."""
    addresses = list(chain(find_english_address(reading), find_spanish_address(reading)))
    if addresses:
        offices = offices_in(reading.prose)
        yield from (found for found in addresses if not offices.stand_at(found))
