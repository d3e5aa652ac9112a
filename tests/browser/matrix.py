"""How much of the matrix of ways, widths and colours a run goes through.

The quick tier takes a sample in which every value comes up, so that journeys together meet every
pair of them; `script/drill journeys` takes all of it.
"""

import zlib
from itertools import product
from urllib.parse import urlsplit

from tests.sampling import IS_WHOLE

WIDTHS, SCHEMES, LANGUAGES = (390, 1280), ("light", "dark"), ("en", "es")

# JavaScript, width, language.
WAYS = (
    tuple(product((True, False), WIDTHS, LANGUAGES))
    if IS_WHOLE
    else ((True, 390, "en"), (False, 1280, "es"))
)
# Width, colour scheme.
SCREENS = tuple(product(WIDTHS, SCHEMES)) if IS_WHOLE else ((390, "dark"), (1280, "light"))


def screens_of(url: str) -> tuple[tuple[int, str], ...]:
    """At which widths and in which colours an address is looked at.

    The sample takes one for each path, always the same: half of the paths one, half the other.
    """
    if IS_WHOLE:
        return SCREENS
    return (SCREENS[zlib.crc32(urlsplit(url).path.encode()) % len(SCREENS)],)
