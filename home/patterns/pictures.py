"""Pictures that are in no library: a drawing of ours stands in for what editors upload."""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import Picture

from home.masthead import Logo
from home.patterns.words import GERMAN, USUAL, Context

DRAWING, WIDTH, HEIGHT = "images/sample.svg", 640, 360


class Drawing:
    """Is asked as Wagtail asks an image for its renditions, and has one for all sizes."""

    pk = 0
    width, height = WIDTH, HEIGHT
    description = credit = source_url = contextual_alt_text = ""
    decorative = True

    def get_renditions(self, *_filters: str) -> dict[str, "Drawing"]:
        """Itself, in no format."""
        return {"": self}

    def img_tag(self, attributes: Mapping[str, Any] | None = None) -> SafeString:
        """An `<img>` with these attributes."""
        usual = {"src": static(DRAWING), "width": WIDTH, "height": HEIGHT, "alt": ""}
        return format_html("<img{}>", flatatt(usual | dict(attributes or {})))


class Body:
    """The body of a post of which only its first block, an image, is ever read."""

    raw_data = ({"type": "image"},)

    def __getitem__(self, _place: int) -> SimpleNamespace:
        return SimpleNamespace(value={"image": Drawing(), "credit": ""})


def logo(*, says_name: bool = False) -> Logo:
    """The sign of a newsroom."""
    return Logo(static(DRAWING), WIDTH, HEIGHT, says_name=says_name)


def figures() -> Iterator[tuple[str, Context]]:
    """A picture in the text, and one whose file is lost, as the editor is told of it."""
    shown = {"image": Drawing(), "picture": _picture("A hall full of people")}
    yield "bare", shown | {"value": {}}
    yield "with caption and credit", shown | {"value": {"caption": USUAL, "credit": "Ana Ruiz"}}
    yield "a long word", shown | {"value": {"caption": GERMAN, "credit": GERMAN}}
    yield "lost, in a preview", {"image": Drawing(), "request": SimpleNamespace(is_preview=True)}


def _picture(alt: str) -> Picture:
    return Picture(Drawing().get_renditions(), {"class": "figure__image", "alt": alt})
