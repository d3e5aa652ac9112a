import pytest

from comments.rendering import clean_html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("plain words", "<p>plain words</p>"),
        ("one<br />two", "<p>one<br>two</p>"),
        ("one<br><br>two", "<p>one</p><p>two</p>"),
        ("one<br> <br />\n<br>two<br>", "<p>one</p><p>two</p>"),
        ("<br>one", "<p>one</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<div>one</div><div>&nbsp;</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<div><p>one</p>two</div>", "<p>one</p><p>two</p>"),
        ("before<div>one</div>after", "<p>before</p><p>one</p><p>after</p>"),
        ("<h2>Title</h2>text<hr>more", "<p>Title</p><p>text</p><p>more</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
        ("<b>bold</b> and <i>slanted</i>", "<p><strong>bold</strong> and <em>slanted</em></p>"),
        ("one<br><b>two</b>", "<p>one<br><strong>two</strong></p>"),
        ("<b>one<br><br>two</b>", "<p><strong>one<br><br>two</strong></p>"),
        ("<b><div>a</div><div>b</div></b>c", "<p><strong>a<br>b</strong><br>c</p>"),
        ("<i>one<p>two</p>three</i>four", "<p><em>one</em></p><p>two</p><p>three</p><p>four</p>"),
        ("<i><b>x<p>y</p></b></i>", "<p><em><strong>x</strong></em></p><p>y</p>"),
        (
            "<blockquote>a<div>b</div></blockquote>c",
            "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
        ),
        ("a<blockquote>b</blockquote>", "<p>a</p><blockquote><p>b</p></blockquote>"),
        ("<ul><li><div>a</div><div>b</div></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ul><li>a<br>b</li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("a<ul><li>b</li></ul>c", "<p>a</p><ul><li>b</li></ul><p>c</p>"),
        ("<p>kept<br><br>as it is</p>", "<p>kept<br><br>as it is</p>"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        ("<p>a</p>\n<p>b</p>\n", "<p>a</p>\n<p>b</p>\n"),
        ("a <br> <br> &nbsp;", "<p>a </p>"),
    ],
)
def test_blocks_and_breaks_become_paragraphs(html, cleaned):
    assert clean_html(html) == cleaned
    assert clean_html(cleaned) == cleaned
