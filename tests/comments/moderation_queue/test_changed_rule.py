"""A removal is by the version of a rule that the moderator had read, or it is refused."""

import re

import pytest
from pytest_django.asserts import assertContains

from comments import moderation, rulebook
from comments.models import AppealState, Comment, Explanation, ModerationEvent
from comments.states import Action, CommentStatus
from tests.comments.appellant import make_appeal
from tests.comments.desk.appealed import address, send
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import (
    AS_A_SCRIPT,
    DECIDE,
    QUEUE,
    carry_out,
    decide,
    fields_of,
    read_queue,
)
from tests.comments.moderation_queue.test_bulk import MATCHING, newest

PENDING = CommentStatus.PENDING
CHANGED = "The rule “Be kind” was changed after this page was loaded."


@pytest.fixture
def waiting(post):
    return make_comment(post, status=PENDING)


def names_on(html, place):
    """The rules as a page sends them, by where it offers them."""
    [offered] = re.findall(rf"<select[^>]*{place}.*?</select>", html, re.DOTALL)
    return re.findall(r'value="([^"]+)"', offered)


def change(moderator, code="abuse"):
    """Publish a newer version of a rule; returns it."""
    texts = {"en": ("Be kind", "Or leave."), "es": ("Con respeto", "O váyase.")}
    return rulebook.publish(rulebook.find(code).rule, texts=texts, user=moderator)


def test_every_list_of_rules_names_the_versions_that_it_shows(waiting, browser, moderator):
    change(moderator)
    html = read_queue(browser)
    names = [shown.name for shown in rulebook.in_force("en")]
    assert "abuse.2" in names
    assert names_on(html, f'name="rule-{waiting.pk}"') == names
    assert names_on(html, 'name="rule"') == names
    assert re.findall(r'data-rule="([^"]*)"', html) == names


def test_a_removal_is_by_the_version_that_was_read(waiting, browser, moderator):
    version = change(moderator)
    decide(browser, waiting, Action.REMOVE, rule="abuse.2")
    assert ModerationEvent.objects.latest("pk").rule_version == version


@pytest.mark.parametrize("is_one", [True, False])
def test_a_rule_that_changed_since_removes_nothing_and_what_was_typed_is_kept(
    waiting, browser, moderator, is_one
):
    change(moderator)
    typed = {"rule": "abuse.1", "words": "Not so."}
    if is_one:
        response = decide(browser, waiting, Action.REMOVE, **typed)
    else:
        response = carry_out(browser, {waiting: Action.REMOVE}, **typed)
    assert response.status_code in (409, 422)
    html = response.content.decode()
    assert CHANGED in html
    assert f'name="words-{waiting.pk}" value="Not so."' in html
    assert 'value="abuse.2" selected' in html
    assert Comment.objects.get().status == PENDING


def test_a_script_is_told_of_the_changed_rule(waiting, browser, moderator):
    change(moderator)
    sent = {"decide": f"{waiting.pk}.remove"} | fields_of(waiting, rule="abuse.1")
    [refused] = browser.post(DECIDE, sent, headers=AS_A_SCRIPT).json()["refused"]
    assert CHANGED in refused["why"]


def test_of_many_none_is_removed_by_a_rule_that_changed_since(waiting, browser, moderator):
    change(moderator)
    sent = {"matching": "remove", "rule": "abuse.1", "words": "Not so.", "up_to": newest()}
    response = browser.post(MATCHING, sent)
    assertContains(response, CHANGED, status_code=422)
    assertContains(response, 'name="words" value="Not so."', status_code=422)
    assertContains(response, 'value="abuse.2" selected', status_code=422)
    assert Comment.objects.get().status == PENDING
    assert browser.post(MATCHING, sent | {"rule": "abuse.2"}).url == QUEUE
    assert Explanation.objects.get().words == "Not so."


def test_no_appeal_is_answered_by_a_rule_that_changed_since(waiting, browser, moderator):
    moderation.remove(waiting.pk, make_ruling(waiting, moderator, reason="privacy"))
    appeal = make_appeal(waiting)
    change(moderator)
    assert 'value="abuse.2"' in browser.get(address(appeal)).content.decode()
    response = send(browser, appeal, AppealState.VARIED, rule="abuse.1")
    assertContains(response, CHANGED, status_code=422)
    appeal.refresh_from_db()
    assert appeal.state == AppealState.OPEN
