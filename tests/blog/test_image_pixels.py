from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import Base

from blog.image_pixels import plain_pixels
from tests.blog.images import (
    BLUE,
    RED,
    SIZE,
    encoded,
    plain_picture,
    srgb_profile,
    swapped_profile,
    tagged_image,
)

GREEN = (0, 255, 0)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def png_held(orientation: int) -> Image.Image:
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    return opened(encoded(plain_picture(), "PNG", exif=exif.tobytes()))


# Where the red quarter of the picture lies once it is upright, by EXIF's eight ways to hold it.
@pytest.mark.parametrize(
    ("orientation", "red_corner"),
    [
        (1, "top left"),
        (2, "top right"),
        (3, "bottom right"),
        (4, "bottom left"),
        (5, "top left"),
        (6, "top right"),
        (7, "bottom right"),
        (8, "bottom left"),
    ],
)
def test_picture_is_turned_upright(orientation, red_corner):
    pixels = plain_pixels(png_held(orientation))

    right, bottom = pixels.width - 1, pixels.height - 1
    corners = {
        "top left": (0, 0),
        "top right": (right, 0),
        "bottom left": (0, bottom),
        "bottom right": (right, bottom),
    }
    assert [name for name, at in corners.items() if pixels.getpixel(at) == RED] == [red_corner]
    assert (pixels.size == SIZE) == (orientation < 5)


def test_orientation_that_does_not_exist_is_ignored():
    assert plain_pixels(png_held(77)).getpixel((0, 0)) == RED


def test_orientation_that_only_xmp_tells_is_applied():
    xmp = b"<x:xmpmeta><rdf:Description tiff:Orientation='6' tiff:Orientation=\"6\"/></x:xmpmeta>"
    pixels = plain_pixels(opened(encoded(plain_picture(), "JPEG", xmp=xmp)))
    assert pixels.size == SIZE[::-1]


def test_broken_exif_leaves_the_picture_as_it_lies():
    broken = encoded(plain_picture(), "PNG", exif=b"Exif\0\0not a TIFF header at all")
    assert plain_pixels(opened(broken)).size == SIZE


def test_nothing_is_attached_to_the_pixels():
    pixels = plain_pixels(opened(tagged_image("PNG")))
    assert pixels.info == {}
    assert type(pixels) is Image.Image
    assert dict(pixels.getexif()) == {}


def test_colours_of_another_profile_come_out_in_srgb():
    picture = opened(encoded(plain_picture(), "PNG", icc_profile=swapped_profile()))
    assert plain_pixels(picture).getpixel((0, 0)) == GREEN


def test_transparency_survives_the_change_of_profile():
    faint = Image.new("RGBA", SIZE, (*RED, 77))
    picture = opened(encoded(faint, "PNG", icc_profile=swapped_profile()))
    assert plain_pixels(picture).getpixel((0, 0)) == (*GREEN, 77)


def test_srgb_profile_changes_no_pixel():
    shades = Image.effect_noise(SIZE, 90).convert("RGB")
    picture = opened(encoded(shades, "PNG", icc_profile=srgb_profile()))
    assert plain_pixels(picture).tobytes() == shades.tobytes()


@pytest.mark.parametrize(
    "profile", [b"no profile at all", swapped_profile()[:200]], ids=["none", "cut off"]
)
def test_profile_that_cannot_be_used_is_ignored(profile):
    picture = opened(encoded(plain_picture(), "PNG", icc_profile=profile))
    assert plain_pixels(picture).getpixel((0, 0)) == RED


def test_profile_of_another_kind_of_colour_is_ignored():
    grey = opened(encoded(Image.new("L", SIZE, 200), "PNG", icc_profile=swapped_profile()))
    assert plain_pixels(grey).getpixel((0, 0)) in (200, (200, 200, 200))


def test_print_colours_become_screen_colours():
    ink = opened(encoded(Image.new("CMYK", SIZE, (255, 255, 0, 0)), "JPEG"))
    pixels = plain_pixels(ink)
    assert pixels.mode == "RGB"
    assert pixels.getpixel((0, 0))[2] > 200


@pytest.mark.parametrize(("deep", "flat"), [(0, 0), (32_896, 128), (65_535, 255)])
def test_sixteen_bits_of_grey_become_eight(deep, flat):
    pixels = plain_pixels(opened(encoded(Image.new("I;16", SIZE, deep), "PNG")))
    assert (pixels.mode, pixels.getpixel((0, 0))) == ("L", flat)


def test_black_and_white_becomes_grey():
    pixels = plain_pixels(opened(encoded(Image.new("1", SIZE, 1), "PNG")))
    assert (pixels.mode, pixels.getpixel((0, 0))) == ("L", 255)


def test_palette_becomes_colours():
    pixels = plain_pixels(opened(encoded(plain_picture().quantize(), "PNG")))
    assert (pixels.mode, pixels.getpixel((0, 0)), pixels.getpixel((63, 47))) == ("RGB", RED, BLUE)


def test_transparent_colour_of_a_palette_stays_transparent():
    palette = plain_picture().quantize()
    clear = palette.getpixel((0, 0))
    pixels = plain_pixels(opened(encoded(palette, "PNG", transparency=clear)))
    assert pixels.mode == "RGBA"
    assert (pixels.getpixel((0, 0))[3], pixels.getpixel((63, 47))[3]) == (0, 255)
