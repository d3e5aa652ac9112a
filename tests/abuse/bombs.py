"""Files that are small to send and huge to open, or two things at once."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image

SIDE = 10_000
SCRIPT = b"<script>alert(document.domain)</script>"
CHUNK = bytes(1 << 20)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _zeros(megabytes: int) -> bytes:
    """As zlib writes them, without its work: one packed megabyte over and over, RFC 1950."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(CHUNK) + packer.flush(zlib.Z_FULL_FLUSH)
    adler = (megabytes * len(CHUNK) % 65_521 << 16) + 1
    return b"\x78\xda" + block * megabytes + b"\x03\x00" + struct.pack(">I", adler)


def png(*, side: int = SIDE) -> bytes:
    """A whole one, all black: 300 MB of pixels in 300 kB."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    pixels = _chunk(b"IDAT", _zeros(side * (3 * side + 1) // len(CHUNK) + 1))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + _chunk(b"IEND", b"")


def png_with_words() -> bytes:
    """One pixel, and 200 MB of a remark."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    remark = _chunk(b"zTXt", b"Comment\0\0" + _zeros(200))
    pixels = _chunk(b"IDAT", zlib.compress(bytes(4)))
    return b"\x89PNG\r\n\x1a\n" + header + remark + pixels + _chunk(b"IEND", b"")


def png_with_profile() -> bytes:
    """One pixel, and 200 MB of what calls itself a colour profile."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    profile = _chunk(b"iCCP", b"p\0\0" + _zeros(200))
    pixels = _chunk(b"IDAT", zlib.compress(bytes(4)))
    return b"\x89PNG\r\n\x1a\n" + header + profile + pixels + _chunk(b"IEND", b"")


def jpeg(*, side: int = SIDE) -> bytes:
    target = BytesIO()
    Image.new("L", (side, side)).save(target, "JPEG", quality=1)
    return target.getvalue()


def gif(*, frames: int = 400, side: int = 2_000) -> bytes:
    """A film whose frames are harmless one by one: 1,600 megapixels together."""
    target = BytesIO()
    Image.new("P", (side, side)).save(target, "GIF")
    one = target.getvalue()
    head, body = (
        one[: 13 + 3 * 2 ** ((one[10] & 7) + 1)],
        one[13 + 3 * 2 ** ((one[10] & 7) + 1) : -1],
    )
    return head + body * frames + b";"


def webp() -> bytes:
    """16,383 on a side, as large as the format can be; only its head is there."""
    size = (16_383 - 1).to_bytes(3, "little")
    extended = b"VP8X" + struct.pack("<I", 10) + bytes(4) + size + size
    return b"RIFF" + struct.pack("<I", 4 + len(extended)) + b"WEBP" + extended


def svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"


def jpeg_that_is_a_page() -> bytes:
    """A picture to Pillow, and to a browser that guesses a page with a script."""
    target = BytesIO()
    Image.new("RGB", (8, 8)).save(target, "JPEG", comment=b"<html>" + SCRIPT)
    return target.getvalue() + SCRIPT


def gif_that_is_a_script() -> bytes:
    target = BytesIO()
    Image.new("P", (8, 8)).save(target, "GIF")
    return target.getvalue() + b"*/=1;alert(1)//" + SCRIPT


def gif_with_a_page_behind_its_pixels() -> bytes:
    """Where decoders have stopped reading, and yet between the blocks of the picture's data."""
    target = BytesIO()
    Image.new("P", (8, 8)).save(target, "GIF")
    return target.getvalue()[:-2] + bytes([len(SCRIPT)]) + SCRIPT + b"\0;"


def gif_with_a_page_for_colours() -> bytes:
    target = BytesIO()
    picture = Image.new("P", (8, 8))
    picture.putpalette((SCRIPT * 20)[:768])
    picture.putdata(list(range(64)))
    picture.save(target, "GIF", optimize=False)
    return target.getvalue()


def png_that_is_an_archive() -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 8)).save(target, "PNG")
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("page.html", SCRIPT)
    return target.getvalue()


def zip_bomb() -> bytes:
    """150 MB of nothing in 150 kB."""
    target = BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("nothing", "w") as nothing,
    ):
        for _number in range(150):
            nothing.write(CHUNK)
    return target.getvalue()


HUGE = {
    "10,000 x 10,000 PNG": png,
    "10,000 x 10,000 JPEG": jpeg,
    "film of 1,600 megapixels": gif,
    "WebP of 268 megapixels": webp,
    "PNG with 200 MB of words": png_with_words,
}
POLYGLOTS = {
    "JPEG and page": jpeg_that_is_a_page,
    "GIF and script": gif_that_is_a_script,
    "GIF and page behind its pixels": gif_with_a_page_behind_its_pixels,
    "GIF and page for colours": gif_with_a_page_for_colours,
    "PNG and archive": png_that_is_an_archive,
}
