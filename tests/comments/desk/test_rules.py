import pytest
from django.urls import reverse

from comments import rulebook
from comments.models import CommentSettings, Rule
from comments.states import REMOVAL_REASONS
from tests.comments.moderation_queue.staff import make_administrator, sign_in

LIST = reverse("reader_comments:rules")
ADD = reverse("reader_comments:add_rule")
TYPED = {
    "reason": "abuse",
    "title_en": "No shouting",
    "text_en": "Write as you would speak.",
    "title_es": "Sin gritos",
    "text_es": "Escribe como hablas.",
}


def at(name, rule):
    return reverse(f"reader_comments:{name}", args=[rule.pk])


def rule(code="off_topic"):
    return Rule.objects.get(code=code)


def codes():
    return [shown.rule.code for shown in rulebook.in_force("en")]


def test_the_list_has_the_rules_in_force_in_their_order(browser):
    html = browser.get(LIST).content.decode()
    places = [html.index(str(each.label).replace("'", "&#x27;")) for each in REMOVAL_REASONS]
    assert places == sorted(places)


def test_a_new_rule_can_be_removed_by_at_once(browser, ana):
    response = browser.post(ADD, TYPED, follow=True)
    assert "No shouting" in response.content.decode()
    version = rulebook.find("no-shouting")
    assert (version.rule.reason, version.published_by) == ("abuse", ana)
    assert rulebook.text_of(version, "es").title == "Sin gritos"


def test_a_changed_rule_is_another_version(browser):
    address = at("change_rule", rule())
    form = browser.get(address).content.decode()
    assert "Comments are about the post" in form
    assert "Fuera de tema" in form
    assert 'name="reason"' not in form
    response = browser.post(address, TYPED, follow=True)
    assert "Version 2 is published" in response.content.decode()
    assert rule().current.number == 2
    assert rule().reason == "off_topic"


def test_nothing_changed_makes_no_version(browser):
    address = at("change_rule", rule())
    said = {
        f"{name}_{text.language}": getattr(text, name)
        for text in rule().current.texts.all()
        for name in ("title", "text")
    }
    response = browser.post(address, said, follow=True)
    assert "so the version stays" in response.content.decode()
    assert rule().current.number == 1


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"title_en": ""}, "This field is required"),
        ({"title_es": ""}, "Give it a title in this language, too."),
        ({"title_en": "x" * 121}, "at most 120"),
        ({"text_en": "x" * 2_001}, "at most 2000"),
        ({"reason": "spam"}, "Select a valid choice"),
        ({"title_en": "a\0b"}, "Null characters"),
    ],
)
def test_what_cannot_be_published_is_handed_back(browser, typed, complaint):
    response = browser.post(ADD, TYPED | typed)
    assert response.status_code == 422
    assert complaint in response.content.decode()
    assert "Escribe como hablas." in response.content.decode()
    assert len(codes()) == len(REMOVAL_REASONS)


def test_a_change_that_cannot_be_published_is_handed_back(browser):
    response = browser.post(at("change_rule", rule()), TYPED | {"title_en": ""})
    assert response.status_code == 422
    assert rule().current.number == 1


def test_the_words_of_another_language_may_be_missing(browser):
    browser.post(ADD, TYPED | {"title_es": "", "text_es": ""})
    assert rulebook.in_force("es")[-1].title == "No shouting"


def test_a_rule_is_taken_out_of_force_and_brought_back(browser):
    response = browser.post(at("retire_rule", rule()), follow=True)
    assert "Out of force since" in response.content.decode()
    assert "off_topic" not in codes()
    browser.post(at("bring_back_rule", rule()))
    assert "off_topic" in codes()


def test_the_last_rule_stays_and_says_so(browser):
    for each in Rule.objects.exclude(code="off_topic"):
        browser.post(at("retire_rule", each))
    response = browser.post(at("retire_rule", rule()), follow=True)
    assert "It is the last rule in force" in response.content.decode()
    assert codes() == ["off_topic"]


def test_a_rule_moves_up(browser):
    browser.post(at("move_rule", rule("abuse")))
    assert codes()[:2] == ["abuse", "off_topic"]


@pytest.mark.parametrize("name", ["retire_rule", "bring_back_rule", "move_rule"])
def test_a_read_changes_nothing_and_leads_to_the_list(browser, name):
    response = browser.get(at(name, rule("abuse")))
    assert (response.status_code, response.url) == (303, LIST)
    assert codes()[0] == "off_topic"
    assert rule("abuse").retired_at is None


@pytest.mark.parametrize("name", ["change_rule", "retire_rule", "bring_back_rule", "move_rule"])
def test_a_rule_that_there_is_none_of_is_not_found(browser, name):
    assert browser.post(reverse(f"reader_comments:{name}", args=[10**9])).status_code == 404


def test_once_there_are_senior_moderators_the_others_only_read_the_rules(browser, newsroom):
    settings = CommentSettings.for_site(newsroom.site)
    settings.has_senior_moderators = True
    settings.save()
    html = browser.get(LIST).content.decode()
    assert "Off topic" in html
    assert at("retire_rule", rule()) not in html
    browser.post(ADD, TYPED)
    browser.post(at("retire_rule", rule()))
    assert len(codes()) == len(REMOVAL_REASONS)
    sign_in(make_administrator()).post(ADD, TYPED)
    assert len(codes()) == len(REMOVAL_REASONS) + 1


def test_words_of_a_rule_are_no_html_on_the_list(browser):
    browser.post(ADD, TYPED | {"title_en": "<b>x</b>", "text_en": "<script>alert(1)</script>"})
    html = browser.get(LIST).content.decode()
    assert "<script>alert" not in html
    assert "<bdi><b>x" not in html
