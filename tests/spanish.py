"""Finds English on a page: whatever the catalogue says in other words in Spanish."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.test import Client, override_settings
from django.urls import clear_url_caches
from lxml import html as lxml_html

from tests import pages
from tests.test_translations import COMPILED, messages

READ = "//text()[not(parent::script or parent::style)]"
READ_ALOUD = "//@aria-label | //@title | //@alt | //@placeholder"
VALUE = re.compile(r"%\(\w+\)[sd]|%d")
# A short word between two values, as in "%(first)s to %(last)s", stands in any sentence.
HARDLY_ANYTHING = re.compile(rf"(?:{VALUE.pattern})\s\w{{1,2}}\s(?:{VALUE.pattern})")
TAG = re.compile(r"</?[a-z]+>")

# Goes through the pages of a newsroom, and yields each as its HTML.
Visit = Callable[[pages.Newsroom], Iterator[str]]


def read(url: str) -> str:
    """The page at an address, as a stranger gets it."""
    return Client().get(url).content.decode()


@contextmanager
def spanish_by_default() -> Iterator[None]:
    """A newsroom whose own language is Spanish. Django keeps what an address begins with."""
    with override_settings(LANGUAGE_CODE="es"):
        clear_url_caches()
        yield
    clear_url_caches()


def english_sentences() -> Iterator[re.Pattern[str]]:
    """Every part of a sentence that Spanish says in other words, with any values.

    Parts are what stands between the markup; "spam" is the same in both.
    """
    for key, spoken in messages(COMPILED).items():
        sentence = (key if isinstance(key, str) else key[0]).rpartition("\x04")[2]
        parts = set(TAG.split(sentence)) - set(TAG.split(spoken))
        yield from (
            _pattern(part.strip())
            for part in parts
            if re.search(r"\w", VALUE.sub("", part)) and not HARDLY_ANYTHING.fullmatch(part)
        )


def _pattern(part: str) -> re.Pattern[str]:
    """Several words are looked for anywhere; one alone, or with a value, must be the whole text.

    A value before a single word is a single word, too: others may speak of "Referenced 0 times".
    """
    pieces = VALUE.split(part)
    is_counted = not pieces[0] and len(pieces) == 2 and len(pieces[1].split()) == 1
    words = (r"\S+" if is_counted else ".+?").join(re.escape(piece) for piece in pieces)
    is_plain = len(pieces) == 1 and " " in part
    return re.compile(rf"(?<!\w){words}(?!\w)" if is_plain else f"^{words}$")


ENGLISH = list(english_sentences())


def english_in(document: str) -> set[str]:
    """What of a page's text, and of what is read aloud, is English."""
    tree = lxml_html.document_fromstring(document)
    texts = {" ".join(text.split()) for text in tree.xpath(f"{READ} | {READ_ALOUD}")}
    return {text for text in texts if any(sentence.search(text) for sentence in ENGLISH)}
