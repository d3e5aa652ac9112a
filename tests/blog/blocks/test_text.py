import re

import pytest
from wagtail.blocks.stream_block import StreamBlockValidationError

from tests.blog.blocks.showing import BODY, body_of, shown, words

NOTES = ("footnotes", {"notes": ["<p>The minutes.</p>", "<p>The <b>budget</b>.</p>"]})


def test_a_heading_has_an_anchor_that_tells_its_words():
    assert '<h2 class="body__heading" id="h-what-now">What now?</h2>' in shown(
        ("heading", "What now?")
    )


def test_headings_of_the_same_words_have_anchors_of_their_own():
    html = shown(("heading", "Why"), ("heading", "Why"), ("heading", "¿?"))
    assert re.findall(r'id="([^"]+)"', html) == ["h-why", "h-why-2", "h-section"]


def test_a_reference_leads_to_its_note_and_back():
    html = shown(("paragraph", "<p>It is so.[1]</p>"), NOTES)
    assert '<sup class="mark"><a href="#note-1" id="note-1-mark" role="doc-noteref">[1]</a>' in html
    assert 'id="note-1"' in html
    assert 'href="#note-1-mark"' in html


def test_a_second_reference_leads_to_the_same_note():
    html = shown(("paragraph", "<p>So.[2]</p>"), ("paragraph", "<p>And so.[2]</p>"), NOTES)
    assert html.count('href="#note-2"') == 2
    assert html.count('id="note-2-mark"') == 1


def test_a_note_that_nothing_refers_to_leads_nowhere():
    assert "doc-backlink" not in shown(("paragraph", "<p>Nothing.</p>"), NOTES)


@pytest.mark.parametrize("mark", ["[3]", "[0]", "[one]", "[1", "[1234]"])
def test_brackets_that_mean_no_note_stay_as_they_are(mark):
    assert f"<p>So {mark}</p>" in shown(("paragraph", f"<p>So {mark}</p>"), NOTES)


def test_brackets_of_a_body_without_notes_stay_as_they_are():
    assert "<p>So [1]</p>" in shown(("paragraph", "<p>So [1]</p>"))


def test_words_of_a_link_hold_no_second_link():
    html = shown(("paragraph", '<p><a href="https://e.org/?a[1]=2">here [1]</a> [1]</p>'), NOTES)
    assert '<a href="https://e.org/?a[1]=2">here [1]</a>' in html
    assert html.count("doc-noteref") == 1


def test_notes_are_numbered_and_keep_their_emphasis():
    html = shown(NOTES)
    assert "Footnotes The minutes. The budget ." in words(html)
    assert "<b>budget</b>" in html


def test_a_body_has_one_list_of_notes():
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(body_of(NOTES, NOTES))


@pytest.mark.parametrize(("look", "tag"), [("bullets", "ul"), ("numbers", "ol")])
def test_points_have_the_look_that_the_editor_chose(look, tag):
    html = shown(("points", {"look": look, "points": ["<p>One</p>", "<p>Two</p>"]}))
    assert f'<{tag} class="points">' in html
    assert html.count("<li") == 2


def test_a_fact_box_is_set_apart_and_named():
    html = shown(("facts", {"title": "A & B", "text": "<p>Known.</p>"}))
    assert (
        '<aside class="facts" aria-label="A &amp; B"> <h2 class="facts__title">A &amp; B</h2>'
        in html
    )


def test_words_of_all_blocks_are_searched():
    body = body_of(
        NOTES,
        ("points", {"look": "numbers", "points": ["<p>One</p>"]}),
        ("facts", {"title": "Known", "text": "<p>Much</p>"}),
    )
    found = " ".join(BODY.get_searchable_content(body))
    assert [word for word in ("minutes", "One", "Known", "Much", "Numbers") if word in found] == [
        "minutes",
        "One",
        "Known",
        "Much",
    ]
