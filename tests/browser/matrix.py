"""How much of the matrix of ways, widths and colours a run goes through.

The quick tier takes a sample in which every value meets every other one at least once;
`script/drill journeys` takes all of it.
"""

import os
from itertools import product

WIDTHS, SCHEMES, LANGUAGES = (390, 1280), ("light", "dark"), ("en", "es")
IS_WHOLE = os.environ.get("JOURNEYS") == "all"

# JavaScript, width, language.
WAYS = (
    tuple(product((True, False), WIDTHS, LANGUAGES))
    if IS_WHOLE
    else ((True, 390, "en"), (True, 1280, "es"), (False, 390, "es"), (False, 1280, "en"))
)
# Width, colour scheme.
SCREENS = tuple(product(WIDTHS, SCHEMES)) if IS_WHOLE else ((390, "dark"), (1280, "light"))
