from io import BytesIO

import pytest
from PIL import Image

from blog.gif_cleaning import strip_gif
from tests.blog.images import PLANTED, film, tagged_image

PLAIN = film("GIF")


def timing(content: bytes) -> list[tuple[int, tuple[int, ...]]]:
    with Image.open(BytesIO(content)) as image:
        shown = []
        for index in range(image.n_frames):
            image.seek(index)
            shown.append((image.info["duration"], image.convert("RGB").getpixel((0, 0))))
        return shown


def test_film_without_secrets_stays_as_it_is_to_the_byte():
    assert strip_gif(PLAIN) == PLAIN


@pytest.mark.parametrize("word", PLANTED)
def test_planted_word_is_in_no_block(word):
    assert word.encode() not in strip_gif(tagged_image("GIF"))


def test_frames_timing_and_loop_survive():
    commented = film("GIF", comment=b"who took this")

    cleaned = strip_gif(commented)

    assert b"who took this" not in cleaned
    assert timing(cleaned) == [(100, (255, 0, 0)), (200, (0, 255, 0)), (300, (0, 0, 255))]
    assert Image.open(BytesIO(cleaned)).info["loop"] == 2


def test_unknown_application_block_is_left_out():
    spy = b"\x21\xff\x0bSPYWARE1.0a\x03\x01bc\0"
    assert strip_gif(PLAIN[:-1] + spy + b";") == PLAIN


def test_words_smuggled_into_the_loop_block_are_left_out():
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x02\x00"
    smuggled = PLAIN.replace(loop + b"\0", loop + b"\x05Maria\0")
    assert smuggled != PLAIN
    assert strip_gif(smuggled) == PLAIN


def test_timing_block_of_a_wrong_size_is_left_out():
    odd = b"\x21\xf9\x06\x00\x0a\x00\x00abc"[:9] + b"\0"
    assert strip_gif(PLAIN[:-1] + odd + b";") == PLAIN


def test_bytes_behind_the_end_are_left_out():
    assert strip_gif(PLAIN + b"and a whole film") == PLAIN


def test_missing_end_mark_is_added():
    assert strip_gif(PLAIN[:-1]) == PLAIN


def test_stray_bytes_between_blocks_are_left_out():
    second_frame = PLAIN.rindex(b"\x21\xf9\x04")
    assert strip_gif(PLAIN[:second_frame] + b"\0\0" + PLAIN[second_frame:]) == PLAIN


def test_film_that_ends_inside_a_block_is_an_error():
    with pytest.raises(IndexError):
        strip_gif(PLAIN[:-20])
