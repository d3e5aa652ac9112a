import pytest

from comments.rendering.normal_html import depth, normalise, words_only


@pytest.mark.parametrize("tag", ["script", "style"])
def test_scripts_and_styles_go_with_their_content(tag):
    assert normalise(f"a<{tag}>hidden</{tag}>b") == "ab"


def test_elements_without_a_reading_leave_their_words():
    assert normalise('<span class="x">a</span><u onclick="y">b</u><img src=x>') == "ab"


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("words", 0),
        ("a<br>b<hr>c", 0),
        ("<p>a</p><p>b</p>", 1),
        ("<blockquote><p>a</p></blockquote>", 2),
        ("<div>" * 12 + "x", 12),
        ('<a href="https://news.example/></p></p><b><b>">x</a>', 1),
    ],
)
def test_depth_counts_the_elements_that_are_open(html, levels):
    assert depth(normalise(html)) == levels


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>cas<em>ino</em></p>", ["casino"]),
        ("<p>one</p>\n<p>two<br>three</p>", ["one", "two", "three"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("<p>a &lt;em&gt; b &amp; c &amp;lt;</p>", ["a", "<em>", "b", "&", "c", "&lt;"]),
        ("<p>a&nbsp;b</p>", ["a", "b"]),
    ],
)
def test_words_of_clean_html_are_those_that_a_reader_sees(html, found):
    assert words_only(html).split() == found


def test_words_keep_their_blocks_apart_and_lose_their_form():
    html = "<p>a &lt; b</p><ul><li>c<br>d</li><li><b>e</b>f</li></ul>"

    assert words_only(normalise(html)).split() == ["a", "<", "b", "c", "d", "ef"]
    assert "c\nd\n" in words_only(normalise(html))
