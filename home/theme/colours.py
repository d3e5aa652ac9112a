"""Colours that can be read: how far they stand from the paper, and which of a hue stand far enough.

`coloraide` computes contrast as WCAG 2.2 defines it and goes through OKLCH, in which a colour gets
lighter or darker and keeps its hue.
"""

import re

from coloraide import Color
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ENOUGH = 4.5  # to one: WCAG 2.2, 1.4.3, for words of any size
# The panels of static/css/tokens.css, by day and by night: nearer to any colour than the paper.
DAY, NIGHT = "#f0f0ec", "#1d1f22"
WHITE, BLACK = "#ffffff", "#131416"
STEPS = 100
HEXADECIMAL = re.compile(r"#[0-9a-fA-F]{6}")


def validate_spot(colour: str) -> None:
    """Raise `ValidationError` for what is no colour, or one in which words cannot be read by day.

    By night a lighter one is used.
    """
    if not HEXADECIMAL.fullmatch(colour):
        raise ValidationError(_("Write it like #b4231a."))
    if not is_readable(colour, on=DAY):
        message = _("On paper this cannot be read well. %(colour)s of the same hue can.")
        raise ValidationError(message, params={"colour": readable(colour, on=DAY)})


def contrast(one: str, other: str) -> float:
    """Of two colours in hexadecimal notation, from 1 to 21."""
    return float(Color(one).contrast(Color(other)))


def is_readable(colour: str, *, on: str) -> bool:
    """Whether words of a colour can be read on a paper."""
    return contrast(colour, on) >= ENOUGH


def readable(colour: str, *, on: str) -> str:
    """The colour, or the nearest of its hue that can be read; lighter by night, darker by day."""
    if is_readable(colour, on=on):
        return colour
    goal = 1.0 if on == NIGHT else 0.0
    begin = float(Color(colour).convert("oklch")["lightness"])
    shades = (_shade(colour, begin + (goal - begin) * step / STEPS) for step in range(1, STEPS + 1))
    return next(shade for shade in shades if is_readable(shade, on=on))


def printed_on(colour: str) -> str:
    """White, or the paper of the night, whichever is easier to read on a colour."""
    return max(WHITE, BLACK, key=lambda each: contrast(each, colour))


def _shade(colour: str, lightness: float) -> str:
    shade = Color(colour).convert("oklch").set("lightness", lightness)
    return str(shade.convert("srgb").fit().to_string(hex=True))
