"""What is left of an image when all that is not picture has gone: upright pixels in sRGB."""

import struct
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, ImageCms
from PIL.Image import Transpose

# EXIF 2.3, tag 0x0112: how the sensor was held -> what turns the picture upright.
TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
GREY_LEVELS_RATIO: Final = 257  # 65,535 / 255: from 16 bits of grey to 8
# What Pillow and the libraries under it raise on bytes that are not what they claim to be.
DECODING_ERRORS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    ArithmeticError,
    TypeError,
    RuntimeError,
    struct.error,
)


def plain_pixels(image: Image.Image) -> Image.Image:
    """A copy of the frame that `image` stands at: L, RGB or RGBA, with nothing attached to it.

    Raises one of DECODING_ERRORS where the frame is damaged.
    """
    image.load()
    profile = image.info.get("icc_profile")
    turn = TURNS.get(_orientation(image))
    pixels = image.copy() if turn is None else image.transpose(turn)
    pixels = _in_srgb(_in_eight_bits(pixels), profile)
    pixels.info = {}
    return pixels


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except DECODING_ERRORS:
        return 1  # broken tags are no reason to refuse the picture that they describe


def _in_eight_bits(pixels: Image.Image) -> Image.Image:
    if pixels.mode.startswith("I"):  # Pillow's own conversion would cut the bright greys off
        return pixels.point(lambda grey: grey / GREY_LEVELS_RATIO).convert("L")
    if pixels.has_transparency_data:
        return _converted(pixels, "RGBA")
    if pixels.mode in ("1", "L"):
        return _converted(pixels, "L")
    return pixels if pixels.mode == "CMYK" else _converted(pixels, "RGB")


def _in_srgb(pixels: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if pixels.mode == "RGBA" else "RGB"
    if profile:
        try:
            pixels = _through_profile(pixels, profile, mode)
        except (ImageCms.PyCMSError, *DECODING_ERRORS):
            pass  # a profile that cannot be used: the colours are taken as they are
    return pixels if pixels.mode == "L" else _converted(pixels, mode)


def _through_profile(pixels: Image.Image, profile: bytes, mode: str) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    return ImageCms.profileToProfile(pixels, source, srgb, outputMode=mode) or pixels


def _converted(pixels: Image.Image, mode: str) -> Image.Image:
    return pixels if pixels.mode == mode else pixels.convert(mode)  # convert() always copies
