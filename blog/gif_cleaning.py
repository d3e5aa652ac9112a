"""A GIF without its comments: the blocks that draw are copied, all others are left out.

A GIF is not encoded anew as the other formats are: its frames share palettes of 256 colours
and a second encoding would change them. The format is a plain row of blocks, so a list of
what may stay (frames, their timing, the loop count) is short. Layout: CompuServe GIF89a (1990).
"""

from collections.abc import Iterator

TRAILER, EXTENSION, FRAME = 0x3B, 0x21, 0x2C
TIMING, APPLICATION = 0xF9, 0xFF
SCREEN_BYTES, FRAME_BYTES, TIMING_BYTES = 13, 10, 8
LOOP_OWNERS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def strip_gif(source: bytes) -> bytes:
    """The same frames, timing and loop without comments, texts, XMP, profiles or trailing bytes.

    Raises IndexError where the file ends in the middle of a block.
    """
    end = _after_palette(source, flags_at=10, end=SCREEN_BYTES)
    return b"".join([source[:end], *_drawing_blocks(source, start=end), bytes([TRAILER])])


def _drawing_blocks(source: bytes, *, start: int) -> Iterator[bytes]:
    position = start
    while position < len(source) and source[position] != TRAILER:
        if source[position] == FRAME:
            end = _after_frame(source, position)
            yield source[position:end]
        elif source[position] == EXTENSION:
            end = _after_data(source, position + 2)
            yield _extension_to_keep(source[position:end])
        else:
            end = position + 1  # decoders skip stray bytes between blocks; so do we
        position = end


def _extension_to_keep(block: bytes) -> bytes:
    label = block[1]
    if label == TIMING:
        return block if len(block) == TIMING_BYTES else b""
    if label == APPLICATION and block[3:14] in LOOP_OWNERS and block[14:16] == b"\x03\x01":
        return block[:18] + b"\0"
    return b""


def _after_frame(source: bytes, position: int) -> int:
    pixels = _after_palette(source, flags_at=position + 9, end=position + FRAME_BYTES)
    return _after_data(source, pixels + 1)  # one byte tells the size of the codes


def _after_palette(source: bytes, *, flags_at: int, end: int) -> int:
    flags = source[flags_at]
    has_palette = flags & 0b1000_0000
    return end + (3 * 2 ** ((flags & 0b111) + 1) if has_palette else 0)


def _after_data(source: bytes, position: int) -> int:
    """Where a chain of data blocks ends: each begins with its length, a length of 0 closes it."""
    while size := source[position]:
        position += size + 1
    return position + 1
