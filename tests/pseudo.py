"""A language in which every sentence of ours is in brackets: what stands outside is hard-coded."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.test import override_settings
from lxml import html as lxml_html

from comments import stencils
from tests.test_translations import run_gettext

OPENING, CLOSING = "⟦", "⟧"
LETTERS = re.compile(r"[^\W\d_]{2,}")
TEXT = "//text()[not(parent::script or parent::style or ancestor::time or ancestor::code)]"
SPOKEN = "//@aria-label | //@title | //@alt | //@placeholder | //input[@type='submit']/@value"


def compile_pseudo(folder: Path) -> Path:
    """The Spanish catalogue with brackets around each line, compiled below a folder."""
    source = settings.BASE_DIR / "locale" / "es" / "LC_MESSAGES" / "django.po"
    target = folder / "es" / "LC_MESSAGES"
    target.mkdir(parents=True)
    bracket = ("sed", f"s/..*/{OPENING}&{CLOSING}/")
    bracketed = run_gettext("msgfilter", "--keep-header", "-i", source, *bracket)
    (target / "django.po").write_text(bracketed)
    run_gettext("msgfmt", "-o", target / "django.mo", target / "django.po")
    return folder


@contextmanager
def spoken(catalogue: Path) -> Iterator[None]:
    """Spanish pages speak in brackets, also where they were rendered for all before."""
    stencils._shape.cache_clear()
    with override_settings(LOCALE_PATHS=[catalogue]):
        yield
    stencils._shape.cache_clear()


def hard_coded(page: str, *, known: frozenset[str] = frozenset()) -> list[str]:
    """Texts with words outside of brackets, but for those that somebody typed.

    A sentence may have links in it: what its brackets hold goes over several texts.
    """
    tree = lxml_html.fromstring(page)
    found, depth = [], 0
    for text in tree.xpath(TEXT):
        outside, depth = _outside(text, depth)
        found.append(outside)
    found += [_outside(text, 0)[0] for text in tree.xpath(SPOKEN)]
    return [text for text in found if LETTERS.search(_without(text, known))]


def _outside(text: str, depth: int) -> tuple[str, int]:
    """What of a text stands in no bracket, and how many are open behind it."""
    kept = ""
    for sign in text:
        depth += (sign == OPENING) - (sign == CLOSING)
        kept += sign if depth == 0 and sign != CLOSING else ""
    return " ".join(kept.split()), depth


def _without(text: str, known: frozenset[str]) -> str:
    for words in sorted(known, key=len, reverse=True):
        text = text.replace(words, "")
    return text
