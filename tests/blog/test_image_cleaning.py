import zlib
from io import BytesIO

import pytest
from PIL import Image, UnidentifiedImageError

from blog import image_cleaning
from blog.image_cleaning import ImageRefused, clean_image
from tests.blog.images import (
    BLUE,
    FORMATS,
    HOUSE,
    PLANTED,
    RED,
    SIZE,
    UPRIGHT_SIZE,
    XMP,
    encoded,
    film,
    hidden_data,
    plain_picture,
    tagged_image,
)

TURNED = [name for name in FORMATS if name != "GIF"]
FILMS = ["GIF", "PNG", "WEBP"]
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that claims to be so large; its pixels are missing."""
    header = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    chunk = len(header[4:]).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk + encoded(plain_picture(), "PNG")[33:]


def nearly(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(colour, other, strict=True))


def code_of_refusal(source: bytes) -> str:
    with pytest.raises(ImageRefused) as refusal:
        clean_image(source)
    return refusal.value.code


@pytest.mark.parametrize("image_format", FORMATS)
def test_planted_words_and_gps_are_found_before_the_cleaning(image_format):
    found = hidden_data(tagged_image(image_format))
    assert {f"{word} as utf-8" for word in PLANTED} <= set(found)


def test_missing_exiftool_fails_where_all_must_run(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="libimage-exiftool-perl"):
        hidden_data(encoded(plain_picture(), "PNG"))


@pytest.mark.parametrize("image_format", FORMATS)
def test_nothing_hidden_is_left(image_format):
    assert hidden_data(clean_image(tagged_image(image_format)).content) == []


@pytest.mark.parametrize("image_format", TURNED)
def test_picture_stands_upright(image_format):
    cleaned = clean_image(tagged_image(image_format))

    picture = opened(cleaned.content).convert("RGB")
    assert picture.size == (cleaned.width, cleaned.height) == UPRIGHT_SIZE
    assert nearly(picture.getpixel((44, 4)), RED)
    assert nearly(picture.getpixel((4, 4)), BLUE)


@pytest.mark.parametrize(
    ("image_format", "extension"),
    [*((name, FORMATS[name]) for name in FORMATS if name != "HEIF"), ("HEIF", "jpg")],
)
def test_extension_tells_what_the_bytes_are(image_format, extension):
    cleaned = clean_image(tagged_image(image_format))
    expected = "JPEG" if image_format == "HEIF" else image_format
    assert (opened(cleaned.content).format, cleaned.extension) == (expected, extension)


def test_heic_brands_of_other_phones_are_taken():
    heic = tagged_image("HEIF")
    for brand in (b"ftypmif1", b"ftypheix"):
        assert clean_image(heic.replace(b"ftypheic", brand)).extension == "jpg"


def test_clear_parts_of_a_heic_become_white():
    clear = encoded(Image.new("RGBA", SIZE, (*RED, 0)), "HEIF", quality=90)
    assert nearly(opened(clean_image(clear).content).getpixel((9, 9)), (255, 255, 255))


def test_further_pictures_behind_a_jpeg_are_left_out():
    behind = Image.effect_noise(SIZE, 90).convert("RGB")
    several = encoded(plain_picture(), "MPO", save_all=True, append_images=[behind])
    assert opened(several).n_frames == 2

    cleaned = clean_image(several).content

    assert opened(cleaned).format == "JPEG"
    assert len(cleaned) < len(several) / 2


def test_tables_of_the_camera_are_replaced():
    odd_tables = [[3] * 64, [5] * 64]
    ours = opened(clean_image(encoded(plain_picture(), "JPEG")).content).quantization
    theirs = encoded(plain_picture(), "JPEG", qtables=odd_tables)
    assert opened(clean_image(theirs).content).quantization == ours


@pytest.mark.parametrize("image_format", ["PNG", "GIF"])
def test_cleaning_twice_changes_nothing_more(image_format):
    once = clean_image(tagged_image(image_format))
    assert clean_image(once.content) == once


@pytest.mark.parametrize("image_format", FORMATS)
def test_same_file_cleans_to_the_same_bytes(image_format):
    tagged = tagged_image(image_format)
    assert clean_image(tagged) == clean_image(tagged)


@pytest.mark.parametrize("options", [{}, {"lossless": True}])
def test_lossless_picture_keeps_every_pixel(options):
    shades = Image.effect_noise(SIZE, 90).convert("RGB")
    image_format = "WEBP" if options else "PNG"
    cleaned = opened(clean_image(encoded(shades, image_format, **options)).content)
    assert cleaned.convert("RGB").tobytes() == shades.tobytes()


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "AVIF"])
def test_transparency_survives(image_format):
    faint = encoded(Image.new("RGBA", SIZE, (*RED, 77)), image_format)
    alpha = opened(clean_image(faint).content).convert("RGBA").getpixel((9, 9))[3]
    assert abs(alpha - 77) <= 2


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode):
    cleaned = clean_image(encoded(Image.new(mode, SIZE), "PNG"))
    assert (cleaned.width, cleaned.height) == SIZE


@pytest.mark.parametrize("image_format", FORMATS)
def test_picture_of_one_pixel_is_taken(image_format):
    cleaned = clean_image(encoded(Image.new("RGB", (1, 1), RED), image_format))
    assert (cleaned.width, cleaned.height) == (1, 1)


@pytest.mark.parametrize("image_format", FILMS)
def test_film_keeps_its_frames_timing_and_loop(image_format):
    cleaned = opened(clean_image(film(image_format)).content)

    shown = []
    for index in range(cleaned.n_frames):
        cleaned.seek(index)
        colour = cleaned.convert("RGB").getpixel((9, 9))
        shown.append((cleaned.info["duration"], colour.index(max(colour))))
    assert shown == [(100, 0), (200, 1), (300, 2)]
    assert cleaned.info["loop"] == 2


@pytest.mark.parametrize("image_format", FILMS)
def test_nothing_hidden_is_left_in_a_film(image_format):
    options = {"comment": HOUSE.encode()} if image_format == "GIF" else {"xmp": XMP.encode()}
    assert hidden_data(clean_image(film(image_format, **options)).content) == []


def test_picture_beside_a_png_film_is_left_out():
    beside, *frames = (Image.new("RGB", SIZE, colour) for colour in (RED, (0, 255, 0), BLUE))
    content = encoded(
        beside, "PNG", save_all=True, append_images=frames, default_image=True, duration=100
    )
    assert opened(content).n_frames == 3

    cleaned = opened(clean_image(content).content)

    assert cleaned.n_frames == 2
    assert cleaned.convert("RGB").getpixel((9, 9)) == (0, 255, 0)


def test_moving_avif_becomes_its_first_frame():
    cleaned = opened(clean_image(film("AVIF", loop=None)).content)
    assert cleaned.n_frames == 1
    assert nearly(cleaned.convert("RGB").getpixel((9, 9)), RED)


@pytest.mark.parametrize(
    "source",
    [b"", b"GIF89a", b"hello", SVG, b"%PDF-1.7", encoded(plain_picture(), "TIFF")],
    ids=["empty", "a first word", "text", "SVG", "PDF", "TIFF"],
)
def test_other_kinds_of_file_are_refused(source):
    assert code_of_refusal(source) == "unreadable_image"


@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.8])
def test_file_that_ends_too_early_is_refused(image_format, part):
    whole = encoded(Image.effect_noise((200, 200), 90).convert("RGB"), image_format)
    assert code_of_refusal(whole[: int(len(whole) * part)]) == "unreadable_image"


def test_gif_whose_last_frame_has_too_few_pixels_is_refused():
    whole = film("GIF")
    last_frame = whole.rindex(b"\x2c\0\0\0\0")
    pixels = whole.index(b"\x08", last_frame + 10)  # behind the frame's own palette
    assert code_of_refusal(whole[: pixels + 1] + b"\x02\x00\x01\0;") == "unreadable_image"


def test_other_decoders_are_not_even_tried():
    with pytest.raises(ImageRefused) as refusal:
        clean_image(encoded(plain_picture(), "TIFF"))
    assert isinstance(refusal.value.__cause__, UnidentifiedImageError)


def test_refusal_names_the_kinds_that_are_taken():
    with pytest.raises(ImageRefused, match="JPEG, PNG, WebP, AVIF, GIF or HEIC"):
        clean_image(SVG)


# Above 89 megapixels Pillow warns, above twice that it refuses by itself.
@pytest.mark.parametrize("size", [(8192, 6145), (10_000, 10_000), (60_000, 60_000)])
def test_picture_of_too_many_pixels_is_refused_before_it_is_decoded(size):
    assert code_of_refusal(png_of_size(*size)) == "image_too_large"


def test_refusal_of_a_large_picture_names_the_limit():
    with pytest.raises(ImageRefused, match="50 megapixels"):
        clean_image(png_of_size(10_000, 10_000))


@pytest.mark.parametrize("image_format", FORMATS)
def test_limit_holds_for_every_format(image_format, monkeypatch):
    monkeypatch.setattr(image_cleaning, "MAX_PIXELS", SIZE[0] * SIZE[1] - 1)
    assert code_of_refusal(encoded(plain_picture(), image_format)) == "image_too_large"


@pytest.mark.parametrize("image_format", ["WEBP", "AVIF"])
def test_costly_formats_may_be_a_quarter_as_large(image_format, monkeypatch):
    monkeypatch.setattr(image_cleaning, "MAX_PIXELS", SIZE[0] * SIZE[1] * 4 - 1)
    assert code_of_refusal(encoded(plain_picture(), image_format)) == "image_too_large"


@pytest.mark.parametrize("image_format", FILMS)
def test_frames_of_a_film_count_together(image_format, monkeypatch):
    monkeypatch.setattr(image_cleaning, "COSTLY_FORMATS", ())
    monkeypatch.setattr(image_cleaning, "MAX_PIXELS", SIZE[0] * SIZE[1] * 3 - 1)
    assert code_of_refusal(film(image_format)) == "image_too_large"


@pytest.mark.parametrize("image_format", FILMS)
def test_film_within_the_limit_is_taken(image_format, monkeypatch):
    monkeypatch.setattr(image_cleaning, "MAX_PIXELS", SIZE[0] * SIZE[1] * 4)
    assert clean_image(film(image_format)).width == SIZE[0]
