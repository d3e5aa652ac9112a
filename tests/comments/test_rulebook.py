from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from comments import rulebook
from comments.models import DeskAct, DeskEvent, Rule, RuleVersion
from comments.rulebook import LastRule, RuleChanged
from comments.states import REMOVAL_REASONS, Reason
from tests.conftest import NOON

ENGLISH = {"en": ("No shouting", "Write as you would speak in a room.")}
BOTH = ENGLISH | {"es": ("Sin gritos", "Escribe como hablarías en una sala.")}


@pytest.fixture
def rule(moderator):
    version = rulebook.publish(None, code="shouting", reason="abuse", texts=BOTH, user=moderator)
    return version.rule


def titles(language="en"):
    return [shown.title for shown in rulebook.in_force(language)]


@pytest.mark.django_db
def test_there_is_a_first_rule_for_every_reason_under_its_code():
    shown = rulebook.in_force("en")
    assert [each.rule.code for each in shown] == [reason.value for reason in REMOVAL_REASONS]
    assert [each.rule.reason for each in shown] == [each.rule.code for each in shown]
    assert [each.title for each in shown] == [str(reason.label) for reason in REMOVAL_REASONS]
    assert [each.position for each in shown] == [1, 2, 3, 4, 5]


@pytest.mark.django_db
def test_the_first_rules_are_told_in_spanish_too():
    assert titles("es")[:2] == ["Fuera de tema", "Insultos o amenazas"]


def test_a_new_rule_comes_last(rule):
    assert titles()[-1] == "No shouting"
    assert rulebook.in_force("es")[-1].text == "Escribe como hablarías en una sala."


def test_other_words_make_another_version_that_holds_from_now(clock, rule, moderator):
    clock.shift(timedelta(days=1))
    louder = BOTH | {"en": ("No shouting", "Not even once.")}
    version = rulebook.publish(rule, texts=louder, user=moderator)
    assert (version.number, version.effective_at) == (2, NOON + timedelta(days=1))
    assert version.published_by == moderator
    assert rulebook.in_force("en")[-1].text == "Not even once."
    assert rulebook.find("shouting") == version


def test_the_earlier_version_keeps_its_words(rule, moderator):
    rulebook.publish(rule, texts={"en": ("Quiet", "Now.")}, user=moderator)
    first = rule.versions.get(number=1)
    assert rulebook.text_of(first, "en").title == "No shouting"


def test_the_same_words_make_no_version(rule, moderator):
    before = DeskEvent.objects.count()
    assert rulebook.publish(rule, texts=BOTH, user=moderator).number == 1
    assert DeskEvent.objects.count() == before


def test_a_text_without_a_title_is_left_out(rule, moderator):
    version = rulebook.publish(rule, texts=ENGLISH | {"es": ("", "x")}, user=moderator)
    assert [text.language for text in version.texts.all()] == ["en"]


def test_a_rule_has_words(moderator):
    with pytest.raises(ValueError, match="without words"):
        rulebook.publish(None, code="x", reason="abuse", texts={"en": ("", "")}, user=moderator)
    assert not Rule.objects.filter(code="x").exists()


def test_publishing_is_told_in_the_log(rule, moderator):
    event = DeskEvent.objects.latest("pk")
    assert (event.act, event.actor, event.subject) == (DeskAct.RULE, moderator, rule.pk)
    assert event.data == {"rule": "shouting", "reason": "abuse", "version": 1}


def test_a_retired_rule_removes_nothing_any_more(clock, rule, moderator):
    rulebook.retire(rule, user=moderator)
    rule.refresh_from_db()
    assert rule.retired_at == NOON
    assert "No shouting" not in titles()
    assert rulebook.find("shouting") is None
    assert DeskEvent.objects.latest("pk").act == DeskAct.RETIRE_RULE


def test_a_rule_is_retired_once(rule, moderator):
    rulebook.retire(rule, user=moderator)
    rulebook.retire(rule, user=moderator)
    assert DeskEvent.objects.filter(act=DeskAct.RETIRE_RULE).count() == 1


def test_a_retired_rule_can_be_brought_back(rule, moderator):
    rulebook.retire(rule, user=moderator)
    rulebook.bring_back(rule, user=moderator)
    assert titles()[-1] == "No shouting"
    assert DeskEvent.objects.latest("pk").act == DeskAct.RULE


def test_what_holds_is_not_brought_back_again(rule, moderator):
    before = DeskEvent.objects.count()
    rulebook.bring_back(rule, user=moderator)
    assert DeskEvent.objects.count() == before


def test_at_least_one_rule_stays_in_force(rule, moderator):
    for other in Rule.objects.exclude(pk=rule.pk):
        rulebook.retire(other, user=moderator)
    with pytest.raises(LastRule):
        rulebook.retire(rule, user=moderator)
    assert titles() == ["No shouting"]


def test_a_rule_moves_up_one_place_at_a_time(rule):
    rulebook.move_up(rule)
    assert titles()[-2:] == ["No shouting", "Against the law"]
    for _each in range(9):
        rulebook.move_up(rule)
    assert titles()[:2] == ["No shouting", "Off topic"]


def test_a_retired_rule_has_no_place_to_move_to(rule, moderator):
    rulebook.retire(rule, user=moderator)
    rulebook.move_up(rule)
    assert len(titles()) == len(REMOVAL_REASONS)


@pytest.mark.parametrize(
    ("language", "told"),
    [("es", "Sin gritos"), ("es-mx", "Sin gritos"), ("fr", "No shouting"), ("en", "No shouting")],
)
def test_a_rule_is_told_in_the_language_asked_for_or_in_the_newsrooms(rule, language, told):
    assert rulebook.text_of(rule.current, language).title == told


def test_a_rule_that_the_newsrooms_language_lacks_is_told_in_any(moderator):
    texts = {"qu": ("Ama qaparinkichu", "")}
    version = rulebook.publish(None, code="q", reason="abuse", texts=texts, user=moderator)
    assert rulebook.text_of(version, "es").title == "Ama qaparinkichu"
    assert rulebook.in_force("es")[-1].language == "qu"


def test_the_rules_in_force_are_read_in_one_query(rule, django_assert_num_queries):
    with django_assert_num_queries(1):
        titles("es")


@pytest.mark.django_db
def test_an_unknown_code_is_no_rule():
    assert rulebook.find("nothing") is None


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "nothing", "nothing.1", ".1", "a" * 10_000])
def test_an_unknown_name_is_no_rule(name):
    assert rulebook.as_seen(name) is None


def test_a_form_names_the_version_that_it_shows(rule, moderator):
    [shown] = [each for each in rulebook.in_force("en") if each.rule == rule]
    assert rulebook.as_seen(shown.name) == rulebook.as_seen("shouting") == shown.version
    newer = rulebook.publish(rule, texts={"en": ("Quiet", "Now.")}, user=moderator)
    with pytest.raises(RuleChanged) as changed:
        rulebook.as_seen(shown.name)
    assert changed.value.version == newer
    assert rulebook.as_seen("shouting") == newer


@pytest.mark.parametrize("name", ["shouting.", "shouting.01", "shouting.1.", "shouting.2"])
def test_a_version_that_there_is_not_is_not_in_force(rule, name):
    with pytest.raises(RuleChanged):
        rulebook.as_seen(name)


def test_the_history_has_every_version_and_the_retired_too(rule, moderator):
    rulebook.publish(rule, texts={"en": ("Quiet", "Now.")}, user=moderator)
    rulebook.retire(rule, user=moderator)
    numbers = [each.number for each in rulebook.history() if each.rule == rule]
    assert numbers == [2, 1]


def test_a_code_is_made_of_the_title_and_is_free(rule):
    assert rulebook.free_code("No links") == "no-links"
    assert rulebook.free_code("Shouting!") == "shouting-2"
    assert rulebook.free_code("不要") == "rule"
    assert len(rulebook.free_code("long " * 40)) <= rulebook.MAX_CODE_CHARACTERS


def test_a_rule_is_never_deleted(rule):
    with pytest.raises(ProtectedError):
        rule.delete()
    assert RuleVersion.objects.filter(rule=rule).exists()


def test_reasons_of_rules_are_those_of_removals(rule):
    assert Reason(rule.reason) in REMOVAL_REASONS
