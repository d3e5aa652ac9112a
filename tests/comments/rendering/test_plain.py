from comments.rendering.plain import plain_paragraphs


def test_text_is_escaped_in_paragraphs_and_lines():
    text = "\n<b>one</b>\r\ntwo & \"three\"\n \n\n'four'\x00\ud800\n"

    assert plain_paragraphs(text) == (
        "<p>&lt;b&gt;one&lt;/b&gt;<br>two &amp; &quot;three&quot;</p>\n<p>&#x27;four&#x27;</p>"
    )


def test_a_hundred_thousand_line_ends_are_nothing():
    assert plain_paragraphs("\n " * 50_000) == ""
