import random
import time

import pytest

from comments.rendering import loses_text, to_html
from comments.rendering.markdown import MAX_NESTING, drops_lines, parse
from tests.comments.rendering.samples import Reading

REL = 'rel="nofollow ugc noopener"'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("Dear all,\nthank you", "<p>Dear all,<br>\nthank you</p>"),
        ("so *very* **sorry**", "<p>so <em>very</em> <strong>sorry</strong></p>"),
        ("5 * 3 * 2 = 30", "<p>5 * 3 * 2 = 30</p>"),
        ("snake_case_name stays", "<p>snake_case_name stays</p>"),
        ("#FreeThem now", "<p>#FreeThem now</p>"),
        ("# Not a heading", "<p># Not a heading</p>"),
        ("Title\n=====", "<p>Title<br>\n=====</p>"),
        ("Yours\n---\nAnn", "<p>Yours</p>\n<p>---</p>\n<p>Ann</p>"),
        ("* * *", "<p>***</p>"),
        ("I <3 this", "<p>I &lt;3 this</p>"),
        ("a < b && b > c", "<p>a &lt; b &amp;&amp; b &gt; c</p>"),
        ("<b>not bold</b>", "<p>&lt;b&gt;not bold&lt;/b&gt;</p>"),
        (
            "> quoted\n> more\n\nanswer",
            "<blockquote>\n<p>quoted<br>\nmore</p>\n</blockquote>\n<p>answer</p>",
        ),
        ("- milk\n- eggs", "<ul>\n<li>milk</li>\n<li>eggs</li>\n</ul>"),
        ("1. first\n2. second", "<ol>\n<li>first</li>\n<li>second</li>\n</ol>"),
        ("1986. A great year", '<ol start="1986">\n<li>A great year</li>\n</ol>'),
        ("+1 from me", "<p>+1 from me</p>"),
        ("use `git log`", "<p>use <code>git log</code></p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("~~no~~", "<p>~~no~~</p>"),
        ("| a | b |", "<p>| a | b |</p>"),
        ("[1]: see below [1]", "<p>[1]: see below [1]</p>"),
        ("¯\\_(ツ)_/¯", "<p>¯_(ツ)_/¯</p>"),
        ("AT&T &copy; 2026", "<p>AT&amp;T © 2026</p>"),
        ("50% of $100", "<p>50% of $100</p>"),
        ("I agree.It is bad", "<p>I agree.It is bad</p>"),
        ("ftp://news.example/x", "<p>ftp://news.example/x</p>"),
    ],
)
def test_what_people_write_comes_out_as_they_meant_it(source, html):
    assert to_html(source).strip() == html


@pytest.mark.parametrize(
    ("source", "href", "words", "after"),
    [
        ("see https://news.example/a.", "https://news.example/a", "https://news.example/a", "."),
        ("(http://news.example/a)!", "http://news.example/a", "http://news.example/a", ")!"),
        ("www.news.com, please", "http://www.news.com", "www.news.com", ", please"),
        ("at news.com/about?", "http://news.com/about", "news.com/about", "?"),
        ("ann@news.com; thanks", "mailto:ann@news.com", "ann@news.com", "; thanks"),
        ("[this](https://news.example/)", "https://news.example/", "this", ""),
        ("[this](<https://news.example/> 'title')", "https://news.example/", "this", ""),
        ("<https://news.example/>", "https://news.example/", "https://news.example/", ""),
        ("![cat](https://news.example/c.png)", "https://news.example/c.png", "cat", ""),
        (
            "https://xn--mnchen-3ya.example/%C3%A4",
            "https://xn--mnchen-3ya.example/%C3%A4",
            "https://xn--mnchen-3ya.example/%C3%A4",
            "",
        ),
    ],
)
def test_addresses_become_links_with_the_words_that_were_typed(source, href, words, after):
    assert f'<a href="{href}" {REL}>{words}</a>{after}</p>' in to_html(source)


def test_text_at_the_deepest_level_stays():
    source = "> " * (MAX_NESTING - 1) + "hello"

    assert not loses_text(source)
    assert "hello" in to_html(source)


@pytest.mark.parametrize(
    "source",
    [
        ">" * 25 + "hello",
        "> " * 25 + "hello",
        "- " * 11 + "hello",
        "1. " * 11 + "hello",
        "fine\n\n" + "> - " * 8 + "hello\n\nfine",
    ],
)
def test_text_that_is_too_deep_is_reported_and_still_shown(source):
    assert loses_text(source)
    assert "hello" in to_html(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n\n  \n",
        ">" * 30,
        "- " * 30,
        "-\n1.\n+\n\n*",
        "- - -\n***\n",
        "[words](javascript:alert(1)) [more](https://news.example 'title')",
        "```python\n# code\n```",
        "    indented\n\ttoo",
        "~~~\nopen fence",
        "&copy; \\* `x`",
        "[" * 30 + "words" + "]" * 30,
        "*" * 30 + "words" + "*" * 30,
    ],
)
def test_text_that_only_changes_its_form_is_not_lost(source):
    assert not loses_text(source)


def test_no_word_of_any_nesting_is_ever_lost():
    chance = random.Random(20261121)  # noqa: S311 (no secret)
    starts = ["> ", "- ", "1. ", "  ", "    ", "", "\t", ">", "* ", "7) "]
    for _ in range(300):
        lines = [
            "".join(chance.choices(starts, k=chance.randint(0, 12))) + f"word{number}"
            for number in range(chance.randint(1, 6))
        ]
        source = chance.choice(["\n", "\n\n"]).join(lines)

        shown = Reading(to_html(source)).words

        assert all(f"word{number}" in shown for number in range(len(lines))), source


def test_lines_are_compared_with_the_tokens_of_the_same_text():
    assert not drops_lines(parse("a\n\nb"), "a\n\nb")
    assert drops_lines(parse("a"), "a\n\nb")


@pytest.mark.parametrize("before", ["", "www.", "a@", "//", "mailto:a@"])
def test_rows_of_labels_in_punycode_take_little_time(before):
    started = time.process_time()
    to_html(f"{before}{'xn--a.' * 800}xn")
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    "address", ["xn--mnchen-3ya.de", "http://xn--mnchen-3ya.de/x", "foo.xn--p1ai"]
)
def test_addresses_in_punycode_are_links(address):
    assert f">{address}</a>" in to_html(address)
