from importers.bodies.inline import Line, Mark

BOLD, ITALIC = Mark("b"), Mark("i")
LINK = Mark("a", ' href="http://x.example"')


def line(*parts: tuple[str, tuple[Mark, ...]] | None) -> Line:
    """A line of texts with marks; None is a line break."""
    made = Line()
    for part in parts:
        if part is None:
            made.add_break()
        else:
            made.add(*part)
    return made


def test_white_space_is_folded_as_a_browser_does() -> None:
    assert line(("  a \n b ", ()), (" c ", ())).paragraphs() == ["a b c"]


def test_no_break_spaces_stay() -> None:
    assert line(("a\u00a0 b", ())).paragraphs() == ["a\u00a0 b"]


def test_one_break_stays_and_two_divide() -> None:
    parts = line(("a", ()), None, ("b", ()), None, (" ", ()), None, ("c", ()), None)
    assert parts.paragraphs() == ["a<br/>b", "c"]


def test_a_line_of_spaces_alone_is_no_paragraph() -> None:
    assert line((" ", ()), None, ("\u00a0", ())).paragraphs() == []


def test_marks_are_nested_and_closed() -> None:
    written = line(("a", (BOLD,)), ("b", (BOLD, ITALIC)), ("c", (ITALIC,)), ("d", ()))
    assert written.paragraphs() == ["<b>a<i>b</i></b><i>c</i>d"]


def test_equal_marks_in_a_row_are_one_element() -> None:
    assert line(("a", (LINK,)), (" b", (LINK,))).paragraphs() == [
        '<a href="http://x.example">a b</a>'
    ]


def test_text_is_escaped() -> None:
    assert line(("<script>&amp;", ())).paragraphs() == ["&lt;script&gt;&amp;amp;"]


def test_a_mark_never_reaches_over_a_paragraphs_end() -> None:
    parts = line(("a", (BOLD,)), None, None, ("b", (BOLD,)))
    assert parts.paragraphs() == ["<b>a</b>", "<b>b</b>"]


def test_plain_words_have_no_marks_and_single_spaces() -> None:
    made = line(("a", (BOLD,)), None, ("b ", (LINK,)))
    assert made.plain() == "a b"
    assert made.has_links


def test_runs_of_spaces_at_both_ends_are_dropped() -> None:
    assert line((" ", (BOLD,)), ("a", ()), (" ", (BOLD,))).paragraphs() == ["a"]


def test_a_line_of_breaks_is_empty() -> None:
    assert not line(None, None)
    assert line(("a", ()))
