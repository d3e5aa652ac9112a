import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from comments.models import Rule, RuleText, RuleVersion

pytestmark = pytest.mark.django_db


def make_rule(**fields):
    return Rule.objects.create(**({"code": "quiet", "reason": "abuse", "position": 9} | fields))


def test_a_rule_is_known_by_its_code():
    rule = make_rule()
    assert str(rule) == "quiet"
    with pytest.raises(IntegrityError):
        make_rule()


def test_a_rule_is_of_a_kind_that_removals_have():
    with pytest.raises(IntegrityError, match="a_rule_is_of_a_known_kind"):
        make_rule(reason="spam")


def test_those_in_force_stand_in_their_order(clock):
    make_rule(code="last", position=90)
    make_rule(code="first", position=0)
    make_rule(code="gone", position=0, retired_at="2026-01-01T00:00Z")
    codes = list(Rule.objects.in_force().values_list("code", flat=True))
    assert (codes[0], codes[-1]) == ("first", "last")
    assert "gone" not in codes


def test_the_current_version_is_the_one_with_the_highest_number():
    rule = make_rule()
    with pytest.raises(RuleVersion.DoesNotExist):
        _none = rule.current
    RuleVersion.objects.create(rule=rule, number=2)
    RuleVersion.objects.create(rule=rule, number=1)
    assert rule.current.number == 2
    assert str(rule.current) == f"version 2 of rule {rule.pk}"


def test_versions_of_a_rule_are_numbered():
    rule = make_rule()
    RuleVersion.objects.create(rule=rule, number=1)
    with pytest.raises(IntegrityError):
        RuleVersion.objects.create(rule=rule, number=1)


def test_a_version_says_a_thing_once_in_a_language():
    version = RuleVersion.objects.create(rule=make_rule(), number=1)
    text = RuleText.objects.create(version=version, language="en", title="Quiet", text="")
    assert str(text) == f"en of {version}"
    with pytest.raises(IntegrityError):
        RuleText.objects.create(version=version, language="en", title="Silence", text="")


def test_a_rule_has_a_title():
    version = RuleVersion.objects.create(rule=make_rule(), number=1)
    with pytest.raises(IntegrityError, match="a_rule_has_a_title"):
        RuleText.objects.create(version=version, language="en", title="", text="x")


def test_nothing_of_a_rule_that_was_published_is_deleted():
    rule = make_rule()
    version = RuleVersion.objects.create(rule=rule, number=1)
    RuleText.objects.create(version=version, language="en", title="Quiet", text="")
    for row in (rule, version):
        with pytest.raises(ProtectedError):
            row.delete()
