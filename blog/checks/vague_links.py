"""Words that say nothing of where a link leads. Screen readers read links out of their sentence."""

import re
from html import unescape

from django.utils.html import strip_tags

VAGUE = {
    "en": (
        "click", "click here", "click this", "click this link", "here", "this", "this link",
        "this page", "link", "more", "read more", "learn more", "find out more", "see here",
        "continue", "details", "info", "website", "go",
    ),
    "es": (
        "aquí", "aqui", "acá", "clic", "clic aquí", "clic aqui", "haga clic", "haga clic aquí",
        "haga clic aqui", "haz clic aquí", "haz clic aqui", "pulse aquí", "pulsa aquí", "vea aquí",
        "ver aquí", "este enlace", "esta página", "enlace", "más", "mas", "leer más", "ver más",
        "saber más", "más información", "sitio web", "ir", "siga leyendo",
    ),
}  # fmt: skip
PHRASES = frozenset(phrase for phrases in VAGUE.values() for phrase in phrases)
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
AROUND = re.compile(r"^\W+|\W+$")  # arrows, dots, quotes


def has_any(html: str) -> bool:
    """Whether a link in an editor's HTML says nothing."""
    return any(is_vague(unescape(strip_tags(words))) for words in LINK.findall(html))


def is_vague(words: str) -> bool:
    """Whether these words of a link say nothing, whatever stands around them."""
    return " ".join(AROUND.sub("", words).casefold().split()) in PHRASES
