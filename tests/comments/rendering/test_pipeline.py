import logging
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.utils.safestring import SafeString

from comments import rendering
from comments.rendering import pipeline
from comments.rendering.pipeline import (
    MAX_HTML_CHARACTERS,
    MAX_HTML_DEPTH,
    MAX_MARKDOWN_CHARACTERS,
    clean_html,
    from_store,
    loses_text,
    render,
    to_html,
)
from comments.rendering.second_wall import last_clean
from tests.comments.rendering.samples import attack_strings, breaches

REL = 'rel="nofollow ugc noopener"'
STEPS = ["clean_text", "parse", "drops_lines", "to_unsafe_html", "first_clean", "last_clean"]
HTML_STEPS = ["normalise", "depth", "first_clean", "last_clean"]


def fail(*_arguments):
    raise RecursionError


@pytest.mark.parametrize("step", STEPS)
def test_crash_shows_the_text_escaped_and_is_logged(step, monkeypatch, caplog):
    monkeypatch.setattr(pipeline, step, fail)

    rendered = render("<b>one</b>\n\ntwo\x00\ud800")

    assert rendered.html == "<p>&lt;b&gt;one&lt;/b&gt;</p>\n<p>two</p>"
    assert rendered.is_fallback
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert to_html("x") == "<p>x</p>"


@pytest.mark.parametrize("step", HTML_STEPS)
def test_crash_on_imported_html_shows_it_escaped(step, monkeypatch, caplog):
    monkeypatch.setattr(pipeline, step, fail)

    assert clean_html("<p>one</p>") == "<p>&lt;p&gt;one&lt;/p&gt;</p>"
    assert len(caplog.records) == 1


def test_the_log_does_not_repeat_the_comment(monkeypatch, caplog):
    monkeypatch.setattr(pipeline, "parse", fail)

    render("a secret of mine")

    assert "secret" not in caplog.text


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_signal_to_stop_stops(stop, monkeypatch):
    def interrupted(_text):
        raise stop

    monkeypatch.setattr(pipeline, "parse", interrupted)

    with pytest.raises(stop):
        render("x")


@pytest.mark.parametrize("step", ["clean_text", "parse", "drops_lines"])
def test_asking_for_lost_text_never_fails(step, monkeypatch):
    monkeypatch.setattr(pipeline, step, fail)

    assert not loses_text(">" * 25 + "hello")


def test_rendering_that_succeeds_is_no_fallback():
    rendered = render("**one**")

    assert rendered.html == "<p><strong>one</strong></p>\n"
    assert isinstance(rendered.html, SafeString)
    assert not rendered.is_fallback


@pytest.mark.parametrize("empty", ["", " \n\t\n", "\x00"])
def test_nothing_becomes_nothing(empty):
    assert to_html(empty).strip() == ""
    assert clean_html(empty).strip() == ""


def test_markdown_that_is_too_deep_is_shown_without_form(caplog):
    rendered = render(">" * 25 + "hello\n\n**there**")

    assert rendered.html == "<p>" + "&gt;" * 25 + "hello</p>\n<p>**there**</p>"
    assert rendered.is_fallback
    assert not caplog.records


def test_markdown_that_is_too_long_is_shown_without_form():
    longest = "*a* " * (MAX_MARKDOWN_CHARACTERS // 4)

    assert not render(longest).is_fallback
    assert render(longest + "b").is_fallback
    assert to_html(longest + "b").startswith("<p>*a* *a* ")
    assert not loses_text(longest + "b")


def test_imported_html_that_is_too_deep_is_shown_without_form():
    deepest = "<blockquote>" * (MAX_HTML_DEPTH - 1) + "<p>one</p>"

    assert clean_html(deepest).count("<blockquote>") == MAX_HTML_DEPTH - 1
    assert clean_html(f"<div>{deepest}<p>a &lt; b</p></div>") == "<p>one</p>\n<p>a &lt; b</p>"


def test_imported_html_that_is_too_long_is_shown_without_form():
    longest = "<b>a</b>" * (MAX_HTML_CHARACTERS // 8)

    assert clean_html(longest).startswith("<p><strong>a</strong>")
    assert clean_html(longest + "b").startswith("<p>&lt;b&gt;a&lt;/b&gt;")


def test_imported_html_that_grows_by_closing_its_elements_is_shown_without_form():
    assert clean_html("<p><em><strong>x" * 2_000).startswith("<p>x</p>\n<p>x</p>")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[pay](https://bank@evil.example)", "<p>pay</p>"),
        ("[pay](/local)", "<p>pay</p>"),
        ("[pay](tel:1)", "<p>pay</p>"),
        ("http://256.256.256.256/", "<p>http://256.256.256.256/</p>"),
        (
            "[bank.example](https://evil.example/x)",
            f'<p><a href="https://evil.example/x" {REL}>bank.example (evil.example)</a></p>',
        ),
        (
            "[write](mailto:a@b.example?subject=%0d%0aBcc:c@d)",
            f'<p><a href="mailto:a@b.example" {REL}>write</a></p>',
        ),
        ("&#x202e;abc", "<p>abc</p>"),
        ("x" + "&#x316;" * 9, "<p>x" + "\u0316" * 4 + "</p>"),
    ],
)
def test_refused_and_disguised_things_in_markdown(source, html):
    assert to_html(source).strip() == html


def test_imported_html_loses_scripts_attributes_and_foreign_addresses():
    html = (
        '<script>a()</script><style>b{}</style><p onclick="c()" style="d">one'
        '<img src=e onerror=f()></p><a href="javascript:g()">two</a>'
        '<a href="https://news.example/?a=1&amp;b=2" target="_blank">three</a>'
    )

    assert clean_html(html) == (
        f'<p>one</p><p>two<a href="https://news.example/?a=1&amp;b=2" {REL}>three</a></p>'
    )


def test_what_was_stored_is_what_is_shown():
    html = to_html("a & b\n\n- c\n")

    assert from_store(str(html)) == html
    assert isinstance(from_store(str(html)), SafeString)


def test_attack_strings_leave_nothing_outside_the_policy(caplog):
    for payload in attack_strings():
        rendered = render(payload)
        imported = clean_html(payload)

        assert breaches(rendered.html) == breaches(imported) == [], payload
        assert not rendered.is_fallback, payload
    assert not caplog.records


def test_cleaning_attack_strings_again_changes_nothing():
    for payload in attack_strings():
        rendered, imported = to_html(payload), clean_html(payload)

        assert clean_html(rendered) == rendered, payload
        assert clean_html(imported) == imported, payload


def test_nothing_touches_the_string_after_the_last_sanitiser(monkeypatch):
    made = []

    def remembered(html):
        made.append(last_clean(html))
        return made[-1]

    monkeypatch.setattr(pipeline, "last_clean", remembered)

    assert to_html("> [a](https://news.example/)") == made[0]
    assert clean_html("<div>a</div>") == made[1]


@pytest.mark.parametrize("make", [to_html, clean_html])
@pytest.mark.parametrize("shape", ["<table><b>", "<p><em>", "a\n", "<", "<li><em>", "www.a.com "])
def test_hostile_shapes_at_the_limits_take_little_time(make, shape):
    longest = MAX_MARKDOWN_CHARACTERS if make is to_html else MAX_HTML_CHARACTERS

    started = time.process_time()
    make(shape * (longest // len(shape)))

    assert time.process_time() - started < 4


def test_rendering_needs_no_settings():
    script = "from comments.rendering import to_html, clean_html; print(to_html('*a*'))"
    root = Path(rendering.__file__).parents[2]

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env={}, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "<p><em>a</em></p>"


def test_the_words_are_what_a_reader_sees():
    assert render("A&#49;2**3**4\n\n> <b>").words.split() == ["A1234", "<b>"]
