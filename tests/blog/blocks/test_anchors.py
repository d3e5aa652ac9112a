import time

import pytest

from blog.blocks.anchors import Anchors


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>a</p>", 0),
        ("<p>a[1]</p>", 1),
        ("<p title='[1]'>a</p>", 0),
        ('<p title="a > [1]">a[1]</p>', 1),
        ("<p>a[1]<b>b[2]</b></p>", 2),
        ("<p><a href='/'>a<b>[1]</b></a>[1]</p>", 1),
        ("<p>1 &lt; [1]</p>", 1),
    ],
)
def test_only_words_outside_of_links_refer_to_notes(html, linked):
    assert Anchors(notes=2).linked(html).count("doc-noteref") == linked


def test_all_else_stays_to_the_letter():
    html = '<p title="a > b">x [9] <br/><a href="/?a[1]">y</a></p>'
    assert Anchors(notes=2).linked(html) == html


def test_anchors_keep_letters_of_all_scripts():
    assert Anchors().of_heading("¿Qué pasó?") == "h-qué-pasó"


@pytest.mark.parametrize("html", ["<" * 100_000, '<p a="' * 20_000, "[1" * 50_000, "[" * 100_000])
def test_a_hundred_kilobytes_of_anything_are_read_at_once(html):
    began = time.perf_counter()
    Anchors(notes=2).linked(html + "[1]")
    assert time.perf_counter() - began < 1
