"""Images without hidden data: nothing but the pixels is written to a new file.

A photo carries where and when it was taken, with which device, sometimes by whom; for people at
risk that is the most dangerous thing a newsroom could publish. So the pixels are decoded, turned
upright, brought to sRGB and encoded anew with fixed settings. Cutting the known tags out of the
old file would spare one JPEG generation, but what the cutting does not know would stay: further
pictures and films behind the first one, thumbnails, maker notes, and tables of quantisation that
tell the make of the camera. GIF alone is cut; blog/gif_cleaning.py says why.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from pillow_heif import register_heif_opener

from blog.gif_cleaning import strip_gif
from blog.image_pixels import DECODING_ERRORS, plain_pixels

register_heif_opener()  # iPhones write HEIC, which Pillow reads through this plugin only

READABLE_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
# The largest picture of a common phone, 8192 by 6144. Measured with Pillow 13: cleaning it takes
# 400 MB of memory, 9 bytes a pixel. WebP takes 24 and AVIF 34, so these may have a quarter of it,
# which is the usual 4032 by 3024 of a phone.
MAX_PIXELS: Final = 8192 * 6144
COSTLY_FORMATS: Final = ("WEBP", "AVIF")
# Renditions are made from this file, so the loss must not be seen.
JPEG_QUALITY: Final = 90
WEBP_QUALITY: Final = 90
AVIF_QUALITY: Final = 85
FULL_COLOUR: Final = "4:4:4"
AVIF_SPEED: Final = 8  # of 10; with Pillow's default of 6 an editor waits three times as long
WHITE: Final = (255, 255, 255)
# Palettes and pixels of a GIF stay as they came. Such words among them are no colours: somebody
# made a file that is a page, too. By chance they are in one of a hundred thousand large ones.
PAGE: Final = re.compile(
    rb"<(?:script|html|body|iframe|!doctype|\?php|\?xml|svg[\s>])", re.IGNORECASE
)


class ImageRefused(ValidationError):
    """The file is no image that we take; the message says why to the person who sent it."""


@dataclass(frozen=True)
class CleanImage:
    """An image file that holds nothing but pixels, and frames where it moves."""

    content: bytes
    extension: str
    width: int
    height: int


@dataclass(frozen=True)
class _Film:
    """Frames in order, how long each stands (milliseconds), how often all repeat (0: for ever)."""

    frames: list[Image.Image]
    durations: list[int]
    loop: int


def clean_image(source: bytes) -> CleanImage:
    """The image in `source` without metadata, upright, in sRGB, of the kind that its bytes are.

    HEIC comes back as JPEG, a moving AVIF as its first frame; GIF, PNG and WebP keep their frames.
    Raises ImageRefused for other kinds of file, damaged ones and those of too many pixels.
    """
    try:
        return _clean(source)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(MAX_PIXELS) from error
    except DECODING_ERRORS as error:
        raise ImageRefused(
            _("This file is damaged, or not a JPEG, PNG, WebP, AVIF, GIF or HEIC image."),
            code="unreadable_image",
        ) from error


def _clean(source: bytes) -> CleanImage:
    with Image.open(BytesIO(source), formats=READABLE_FORMATS) as image:
        costs = 4 if image.format in COSTLY_FORMATS else 1
        _refuse_over(MAX_PIXELS // costs, pixels=image.width * image.height)
        extension, encode = ENCODERS[str(image.format)]
        content = encode(image, source)
    with Image.open(BytesIO(content), formats=READABLE_FORMATS) as cleaned:
        return CleanImage(content, extension, cleaned.width, cleaned.height)


def _refuse_over(limit: int, *, pixels: int) -> None:
    if pixels > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> ImageRefused:
    return ImageRefused(
        _("This image is too large: %(limit)d megapixels at most, all frames together."),
        code="image_too_large",
        params={"limit": limit // 1_000_000},
    )


def _encode_jpeg(image: Image.Image, _source: bytes) -> bytes:
    pixels = plain_pixels(image)
    if pixels.mode == "RGBA":
        backdrop = Image.new("RGB", pixels.size, WHITE)
        backdrop.paste(pixels, mask=pixels)
        pixels = backdrop
    target = BytesIO()
    pixels.save(target, "JPEG", quality=JPEG_QUALITY, subsampling=FULL_COLOUR)
    return target.getvalue()


def _encode_avif(image: Image.Image, _source: bytes) -> bytes:
    pixels, target = plain_pixels(image), BytesIO()
    pixels.save(target, "AVIF", quality=AVIF_QUALITY, speed=AVIF_SPEED)
    return target.getvalue()


def _encode_png(image: Image.Image, _source: bytes) -> bytes:
    # A moving PNG may hold one more picture, for programs that cannot play it. It is left out.
    film = _film(image, start=1 if image.info.get("default_image") else 0)
    target = BytesIO()
    film.frames[0].save(
        target,
        "PNG",
        save_all=len(film.frames) > 1,
        append_images=film.frames[1:],
        duration=film.durations,
        loop=film.loop,
    )
    return target.getvalue()


def _encode_webp(image: Image.Image, source: bytes) -> bytes:
    film, target = _film(image), BytesIO()
    film.frames[0].save(
        target,
        "WEBP",
        save_all=len(film.frames) > 1,
        append_images=film.frames[1:],
        duration=film.durations,
        loop=film.loop,
        quality=WEBP_QUALITY,
        lossless=b"VP8L" in source,  # the name of a lossless picture's chunk
    )
    return target.getvalue()


def _encode_gif(image: Image.Image, source: bytes) -> bytes:
    for index in range(_count_frames(image)):
        image.seek(index)
        image.load()  # a damaged frame raises here
    content = strip_gif(source)
    if PAGE.search(content):
        raise ValueError  # as any other file that is no picture
    return content


def _film(image: Image.Image, *, start: int = 0) -> _Film:
    frames, durations = [], []
    for index in range(start, _count_frames(image)):
        image.seek(index)
        frames.append(plain_pixels(image))
        durations.append(int(image.info.get("duration", 0)))
    return _Film(frames, durations, loop=int(image.info.get("loop", 0)))


def _count_frames(image: Image.Image) -> int:
    frames = int(getattr(image, "n_frames", 1))
    _refuse_over(MAX_PIXELS, pixels=image.width * image.height * frames)
    return frames


# Pillow's name of a format -> the extension of the clean file and what writes it. MPO is a JPEG
# with further pictures behind it, as many phones take them.
ENCODERS: Final[dict[str, tuple[str, Callable[[Image.Image, bytes], bytes]]]] = {
    "JPEG": ("jpg", _encode_jpeg),
    "MPO": ("jpg", _encode_jpeg),
    "HEIF": ("jpg", _encode_jpeg),
    "PNG": ("png", _encode_png),
    "GIF": ("gif", _encode_gif),
    "WEBP": ("webp", _encode_webp),
    "AVIF": ("avif", _encode_avif),
}
