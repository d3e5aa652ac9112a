import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from comments import stencils

WORDS = "comments/moderation/words.html"
NUMBER = 8_123_456_789_012_345


def filled(**values):
    return stencils.fill(WORDS, {"words": "", "speaks": ""} | values, {"is_covered": False})


def test_a_template_is_rendered_once_for_all_that_have_the_same(monkeypatch):
    stencils._shape.cache_clear()
    rendered = []

    def render(template, context):
        rendered.append(template)
        return render_to_string(template, context)

    monkeypatch.setattr(stencils, "render_to_string", render)
    assert "Ana" in filled(words="Ana")
    assert "Bea" in filled(words="Bea")
    assert len(rendered) == 1
    filled(words="Ana", speaks="es")
    assert len(rendered) == 2
    stencils._shape.cache_clear()


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '" onmouseover="alert(1)',
        "' & <b>",
        "{words} {} {0.__class__} {{ words }} {% now %}",
        "\ue000000\ue001 \ue000001\ue001",
        str(stencils.FIRST_NUMBER_MARK),
        "%s %(words)s",
    ],
)
def test_values_are_escaped_and_never_read(typed):
    context = {"words": typed, "speaks": typed, "is_covered": False}
    assert filled(words=typed, speaks=typed) == render_to_string(WORDS, context)


def test_what_is_html_already_stays_so():
    assert "<p>Ana</p>" in filled(words=SafeString("<p>Ana</p>"))


def test_a_value_that_is_not_there_is_asked_for():
    assert "The words are gone." in filled(speaks="en")
    assert "lang=" not in filled(words="Ana")


def test_numbers_go_into_addresses():
    values = {"number": NUMBER, "post": 7, "back": "status%3Dall", "happened": "It came in"}
    html = stencils.fill("comments/moderation/card.html", values, {"is_listed": True})
    assert f"/{NUMBER}/history/?back=status%3Dall" in html
    assert f'name="choice-{NUMBER}"' in html
    assert "&amp;page=7" in html
    assert str(stencils.FIRST_NUMBER_MARK)[:-2] not in html


def test_every_language_has_its_own():
    with translation.override("es"):
        spanish = filled(speaks="en")
    assert spanish != filled(speaks="en")


def test_braces_of_a_template_are_its_own(monkeypatch):
    stencils._shape.cache_clear()
    monkeypatch.setattr(stencils, "render_to_string", lambda *_args: "{a} {{b}} \ue000000\ue001 }")
    assert filled(words="Ana") == "{a} {{b}} Ana }"
    stencils._shape.cache_clear()


def test_what_is_fixed_decides():
    fixed = [stencils.fill(WORDS, {"words": "x"}, {"is_covered": each}) for each in (True, False)]
    assert ["--typed" in html for html in fixed] == [True, False]
