"""Several decisions in one form, and what a script is told."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from comments import claims, moderation
from comments.models import Claim, Comment, CommentSettings, Explanation, ModerationEvent
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.moderation_queue.desk import (
    AS_A_SCRIPT,
    DECIDE,
    QUEUE,
    UNDO_BUTTON,
    carry_out,
    decide,
    fields_of,
    read_queue,
    undo,
)
from tests.comments.moderation_queue.staff import give_section, make_moderator, sign_in
from tests.pages import make_post

PENDING = CommentStatus.PENDING


@pytest.fixture
def waiting(post):
    return [make_comment(post, status=PENDING, author_name=name) for name in ("Ana", "Bea", "Cid")]


def statuses():
    return sorted(Comment.objects.values_list("status", flat=True))


def as_a_script(browser, sent):
    response = browser.post(DECIDE, sent, headers=AS_A_SCRIPT)
    return response.status_code, json.loads(response.content)


def test_fifty_decisions_are_carried_out_in_one_submit(post, browser):
    comments = [make_comment(post, status=PENDING) for _ in range(50)]
    actions = [Action.APPROVE, Action.MARK_SPAM, Action.REMOVE, Action.TRASH, Action.APPROVE] * 10
    chosen = dict(zip(comments, actions, strict=True))
    response = carry_out(browser, chosen, rule="abuse", back="n=50")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?n=50")
    counts = {status: statuses().count(status) for status in set(statuses())}
    assert counts == {"published": 20, "spam": 10, "removed": 10, "trashed": 10}
    decided = ModerationEvent.objects.exclude(batch=None)
    assert (decided.count(), decided.values("batch").distinct().count()) == (50, 1)
    told = read_queue(browser)
    assert "Approved 20 comments. Marked 10 comments as spam." in told
    undo_all = re.search(r"/alike/[\w-]+/undo/", told)[0]
    assert undo_all


def test_what_was_decided_together_is_taken_back_together(waiting, browser):
    carry_out(browser, dict.fromkeys(waiting, Action.APPROVE))
    batch = ModerationEvent.objects.latest("pk").batch
    browser.post(reverse("reader_comments:undo_alike", args=[batch]))
    assert statuses() == ["pending"] * 3


def test_what_was_skipped_is_left(waiting, browser):
    carry_out(browser, {waiting[0]: Action.APPROVE, waiting[1]: ""})
    assert statuses() == ["pending", "pending", "published"]


def test_nothing_chosen_changes_nothing_and_says_so(waiting, browser):
    carry_out(browser, dict.fromkeys(waiting, ""))
    assert statuses() == ["pending"] * 3
    assert "Nothing was chosen." in read_queue(browser)


def test_what_is_refused_is_shown_as_it_stands_with_who_was_faster(waiting, browser):
    stale = {"seen": waiting[1].events.latest("pk").pk}
    moderation.trash(waiting[1].pk, make_ruling(waiting[1], make_user("Ben")))
    sent = fields_of(waiting[0], choice=Action.APPROVE)
    sent |= fields_of(waiting[1], choice=Action.APPROVE, **stale)
    sent |= fields_of(waiting[2], choice=Action.REMOVE)
    response = browser.post(DECIDE, sent)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Approved 1 comment." in html
    assert "Ben trashed this comment just now; nothing was changed." in html
    assert "Choose the rule by which you remove it" in html
    assert html.count("<article") == 2
    assert f'value="{waiting[1].pk}.restore"' in html
    assert statuses() == ["pending", "published", "trashed"]


def test_what_was_deleted_meanwhile_is_counted(waiting, browser):
    sent = fields_of(waiting[0], choice=Action.APPROVE) | {"choice-1": "hold", "seen-1": 1}
    html = browser.post(DECIDE, sent).content.decode()
    assert "1 comment was deleted with its post meanwhile." in html
    assert "Approved 1 comment." in html


def test_a_script_is_told_what_was_done(waiting, browser):
    sent = {"decide": f"{waiting[0].pk}.approve"} | fields_of(waiting[0])
    status, answer = as_a_script(browser, sent)
    event = waiting[0].events.latest("pk")
    done = {"comment": waiting[0].pk, "event": event.pk, "sentence": "Approved the comment by Ana."}
    assert (status, answer) == (200, {"done": [done], "refused": [], "batch": None})


def test_a_script_is_told_what_was_refused_and_why(waiting, browser):
    sent = {"decide": f"{waiting[0].pk}.approve"} | fields_of(waiting[0])
    browser.post(DECIDE, sent)
    status, answer = as_a_script(browser, sent)
    why = "Ana Ruiz approved this comment just now; nothing was changed."
    [refused] = answer.pop("refused")
    assert (status, answer) == (409, {"done": [], "batch": None})
    assert (refused["comment"], refused["why"]) == (waiting[0].pk, why)


def test_a_script_gets_the_card_of_what_stands_otherwise_now(waiting, browser):
    sent = {"decide": f"{waiting[0].pk}.remove"}
    sent |= fields_of(waiting[0], rule="abuse", words="Be kind.")
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], make_user("Ben")))
    card = as_a_script(browser, sent)[1]["refused"][0]["card"]
    latest = waiting[0].events.latest("pk").pk
    assert f'name="seen-{waiting[0].pk}" value="{latest}"' in card
    assert f'value="{waiting[0].pk}.restore"' in card
    assert f'value="{waiting[0].pk}.approve"' not in card


def test_a_script_gets_no_card_of_what_is_as_it_was_or_gone(waiting, browser):
    sent = {"together": "1", "choice-1": "approve", "seen-1": "1"}
    sent |= fields_of(waiting[0], choice=Action.REMOVE)
    refused = as_a_script(browser, sent)[1]["refused"]
    cards = {each["comment"]: each["card"] for each in refused}
    assert cards == {waiting[0].pk: None, 1: ""}


def test_a_script_gets_the_card_where_an_undo_comes_too_late(waiting, browser):
    decide(browser, waiting[0], Action.APPROVE)
    address = reverse("reader_comments:undo", args=[waiting[0].events.latest("pk").pk])
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], make_user("Ben")))
    [refused] = browser.post(address, headers=AS_A_SCRIPT).json()["refused"]
    assert f'value="{waiting[0].pk}.restore"' in refused["card"]


def test_what_is_beyond_the_section_now_is_refused_and_not_shown(waiting, newsroom):
    other = make_post(newsroom, "Elsewhere")
    ben = make_moderator("ben")
    CommentSettings.objects.update_or_create(
        site=newsroom.site, defaults={"has_section_moderators": True}
    )
    give_section(ben, other)
    client = sign_in(ben)
    why = "The comment is not in your section any more; nothing was changed."
    sent = {"decide": f"{waiting[0].pk}.approve"} | fields_of(waiting[0])
    refused = [{"comment": waiting[0].pk, "why": why, "card": ""}]
    assert as_a_script(client, sent) == (409, {"done": [], "refused": refused, "batch": None})
    response = carry_out(client, dict.fromkeys(waiting, Action.APPROVE))
    assert response.status_code == 409
    assertContains(response, why, status_code=409)
    assertNotContains(response, "<article", status_code=409)
    assert statuses() == ["pending"] * 3


@pytest.mark.parametrize(
    "wrong",
    [{"rule": ""}, {"seen": 0}, {"words": "Be kind. " * 100}],
    ids=["rule", "stale", "long"],
)
@pytest.mark.parametrize("is_one", [True, False])
def test_what_was_typed_comes_back_with_what_was_refused(waiting, browser, wrong, is_one):
    typed = {"rule": "abuse", "words": "Be kind."} | wrong
    if is_one:
        response = decide(browser, waiting[0], Action.REMOVE, **typed)
    else:
        response = carry_out(browser, {waiting[0]: Action.REMOVE}, **typed)
        assertContains(response, 'value="remove" checked', status_code=409)
    html = response.content.decode()
    assert f'name="words-{waiting[0].pk}" value="{typed["words"]}"' in html
    assert ('value="abuse.1" selected' in html) == bool(typed["rule"])


@pytest.mark.parametrize("wrong", [{}, {"seen": 0}], ids=["done", "refused"])
def test_a_cards_own_button_keeps_what_was_typed_on_the_others(waiting, browser, wrong):
    first, second, third = waiting
    sent = {"decide": f"{first.pk}.approve"} | fields_of(first, **wrong) | fields_of(third)
    sent |= fields_of(second, choice=Action.REMOVE, rule="abuse", words="Be kind.")
    response = browser.post(DECIDE, sent)
    html = response.content.decode()
    assert response.status_code == (409 if wrong else 200)
    assert f'name="words-{second.pk}" value="Be kind."' in html
    assert 'value="remove" checked' in html
    assert f"comment-{third.pk}" not in html
    assert ("Approved the comment by Ana." in html) == bool(UNDO_BUTTON.search(html)) == (not wrong)


def test_all_decisions_keep_what_was_typed_where_nothing_was_chosen(waiting, browser):
    sent = {"together": "1"} | fields_of(waiting[0], choice=Action.APPROVE)
    sent |= fields_of(waiting[1], words="Be kind.")
    response = browser.post(DECIDE, sent)
    assertContains(response, f'name="words-{waiting[1].pk}" value="Be kind."')
    assert statuses() == ["pending", "pending", "published"]


def test_a_script_that_decides_several_is_told_their_batch(waiting, browser):
    sent = {"together": "1"}
    for comment in waiting:
        sent |= fields_of(comment, choice=Action.MARK_SPAM)
    status, answer = as_a_script(browser, sent)
    assert (status, len(answer["done"])) == (200, 3)
    assert str(ModerationEvent.objects.latest("pk").batch) == answer["batch"]


def test_a_script_undoes_one_decision(waiting, browser):
    decide(browser, waiting[0], Action.APPROVE)
    event = waiting[0].events.latest("pk")
    address = reverse("reader_comments:undo", args=[event.pk])
    answer = browser.post(address, headers=AS_A_SCRIPT).json()
    assert answer["done"][0]["event"] == waiting[0].events.latest("pk").pk
    assert statuses() == ["pending"] * 3


def test_words_to_the_author_are_kept_beside_the_event(waiting, browser):
    decide(browser, waiting[0], Action.REMOVE, rule="abuse", words="Be kind.")
    assert Explanation.objects.get().words == "Be kind."


def test_whoever_decided_is_looking_at_it_no_more(waiting, browser, ana):
    claims.claim([comment.pk for comment in waiting], user=ana, now=timezone.now())
    decide(browser, waiting[0], Action.APPROVE)
    assert set(Claim.objects.values_list("comment_id", flat=True)) == {
        waiting[1].pk,
        waiting[2].pk,
    }


def test_an_undo_that_comes_too_late_leads_to_the_comment(waiting, browser):
    decide(browser, waiting[0], Action.APPROVE)
    event = waiting[0].events.latest("pk")
    moderation.trash(waiting[0].pk, make_ruling(waiting[0], make_user("Ben")))
    assert undo(browser, event).status_code == 409
