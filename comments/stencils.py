"""Templates that are filled in dozens of times a page: rendered once for each of their shapes.

Rendering takes a millisecond, filling in what was rendered some microseconds. So a template is
rendered with marks in place of the values: what it says must depend on nothing but what is fixed,
and on which values there are. Every value is escaped when it is filled in, as in any template.
"""

from collections.abc import Hashable, Mapping
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

Value = str | int
# Characters that nobody types and no template escapes; for numbers, numbers, as addresses take
# nothing else. All of them are equally long, so that none is the beginning of another.
TEXT_MARK = "\ue000{:03}\ue001"
FIRST_NUMBER_MARK = 7_310_000_000_000_000
SHAPES_KEPT = 500  # some kilobytes each


def fill(template: str, values: Mapping[str, Value], fixed: Mapping[str, Hashable]) -> SafeString:
    """The template with these values, each under its name; "" and 0 are values that are not there.

    A template can ask whether a value is there, put it somewhere, and no more: for what it has to
    look into there is `fixed`, of which there should be few. One value has to be there, at least.
    """
    there = {name: value for name, value in values.items() if value}
    kinds = tuple((name, isinstance(value, int)) for name, value in there.items())
    return format_html(_shape(template, get_language(), kinds, tuple(fixed.items())), **there)


@lru_cache(maxsize=SHAPES_KEPT)
def _shape(
    template: str,
    _language: str | None,  # in which the template speaks
    kinds: tuple[tuple[str, bool], ...],  # what there is, and whether it is a number
    fixed: tuple[tuple[str, Hashable], ...],
) -> str:
    """What the template says, as a format of the values that are there."""
    marks: dict[str, Value] = {
        name: FIRST_NUMBER_MARK + place if is_number else TEXT_MARK.format(place)
        for place, (name, is_number) in enumerate(kinds)
    }
    html = render_to_string(template, {**marks, **dict(fixed)})
    shape = html.replace("{", "{{").replace("}", "}}")
    for name, mark in marks.items():
        shape = shape.replace(str(mark), f"{{{name}}}")
    return shape
