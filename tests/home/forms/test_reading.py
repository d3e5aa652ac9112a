from datetime import date
from decimal import Decimal

from home.forms.reading import Said, kept, said
from home.models import FormField


def fields(*kinds):
    return [FormField(clean_name=f"f{place}", field_type=kind) for place, kind in enumerate(kinds)]


def test_beside_a_text_the_first_line_is_the_name():
    asked = fields("singleline", "singleline", "email", "url", "multiline")
    answers = {
        "f0": "Ana",
        "f1": "Rent",
        "f2": "a@b.example",
        "f3": "https://a.example",
        "f4": "Hi",
    }
    read = Said(name="Ana", email="a@b.example", website="https://a.example", body="Rent\nHi")
    assert said(asked, answers) == read


def test_without_a_text_the_lines_are_what_is_looked_at():
    assert said(fields("singleline", "number"), {"f0": "Hi", "f1": 3}).body == "Hi"


def test_a_second_address_is_looked_at_with_the_text():
    read = said(fields("url", "url"), {"f0": "https://a.example", "f1": "https://b.example"})
    assert (read.website, read.body) == ("https://a.example", "https://b.example")


def test_answers_are_kept_as_json():
    told = {"day": date(2012, 1, 5), "number": Decimal("1.50"), "many": ["A"]}
    assert kept(told) == {"day": "2012-01-05", "number": "1.50", "many": ["A"]}
