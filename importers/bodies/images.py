"""Which picture an `<img>` of an old blog stands for."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_EXTENSIONS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".bmp"})
# Blogger puts the size into the path (/s400/, /w320-h214-c/) or behind it (=s400).
_SIZE = r"(?:s|w|h)\d{1,4}(?:-[a-z0-9]+)*"
_SIZE_SEGMENT = re.compile(rf"/{_SIZE}(?=/)")
_SIZE_ENDING = re.compile(rf"={_SIZE}$")


@dataclass(frozen=True)
class OldImage:
    """A picture of a body: the largest address known, its alternative text, the blog's own size."""

    url: str
    alt_text: str
    is_pixel: bool = False


def read_image(attributes: dict[str, str], link: str) -> OldImage:
    """The picture, taken from the link around it where that leads to a larger copy."""
    return OldImage(
        url=link if is_picture(link) else attributes.get("src", ""),
        alt_text=" ".join(attributes.get("alt", "").split()),
        is_pixel={attributes.get("width"), attributes.get("height")} <= {"0", "1"},
    )


def is_picture(url: str) -> bool:
    """Whether the address ends as those of pictures do."""
    return PurePosixPath(urlsplit(url).path.lower()).suffix in _EXTENSIONS


def file_name(url: str) -> str:
    """The file's name without Blogger's size; empty where the address has none."""
    path = _SIZE_ENDING.sub("", urlsplit(url).path)
    return unquote(PurePosixPath(path).name)


def path_without_size(url: str) -> str:
    """The address's path without Blogger's size segment."""
    return unquote(_SIZE_SEGMENT.sub("", _SIZE_ENDING.sub("", urlsplit(url).path))).strip("/")
