import pytest

from comments.desk.rule_form import RuleForm
from comments.models import Rule

pytestmark = pytest.mark.django_db


def test_the_newsrooms_language_comes_first(settings):
    settings.LANGUAGE_CODE = "es"
    assert [language.code for language in RuleForm().languages] == ["es", "en"]
    assert RuleForm().fields["title_es"].required
    assert not RuleForm().fields["title_en"].required


def test_a_rule_that_there_is_is_filled_in(db):
    version = Rule.objects.get(code="abuse").current
    form = RuleForm(version=version)
    assert form["title_es"].value() == "Insultos o amenazas"
    assert "reason" not in form.fields


def test_what_was_typed_goes_to_the_rulebook_by_language():
    form = RuleForm({"reason": "abuse", "title_en": " A ", "text_en": "B", "title_es": ""})
    assert form.is_valid()
    assert form.texts == {"en": ("A", "B"), "es": ("", "")}
