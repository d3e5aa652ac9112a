"""Answering an appeal: what has to be filled in, and what happens meanwhile."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from comments import moderation, rulebook
from comments.models import Appeal, AppealState, Cluster, Comment
from comments.states import CommentStatus, Reason
from tests.comments.appellant import answer, sent
from tests.comments.desk.appealed import (
    LIST,
    address,
    binned_and_appealed,
    html_of,
    removed_and_appealed,
    seen_alike,
    send,
)
from tests.comments.factories import make_ruling
from tests.comments.moderation_queue.staff import make_moderator, sign_in

DAY = timedelta(days=1)
UPHELD, REVERSED, VARIED = AppealState.UPHELD, AppealState.REVERSED, AppealState.VARIED


@pytest.fixture
def ben(newsroom):
    return make_moderator("ben", first_name="Ben", last_name="Ode")


@pytest.fixture
def browser(ben):
    """The browser of Ben, who has decided nothing yet."""
    return sign_in(ben)


@pytest.fixture
def comment(post, clock):
    return sent(post, "It was <b>quoted</b>.", author_name="José <i>")


@pytest.fixture
def appeal(comment, ana):
    return removed_and_appealed(comment, ana)


def test_an_answer_leads_to_the_list_and_says_what_was_done(browser, appeal, ben):
    response = send(browser, appeal)
    assert (response.status_code, response.url) == (303, LIST)
    assert "The decision stands." in html_of(browser.get(LIST))
    appeal.refresh_from_db()
    assert (appeal.state, appeal.words, appeal.decided_by) == (UPHELD, "It names a neighbour.", ben)


def test_a_reversal_needs_no_words(browser, appeal, comment):
    assert send(browser, appeal, REVERSED, words="").status_code == 303
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PUBLISHED


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"outcome": ""}, "Choose one."),
        ({"outcome": "lost"}, "Select a valid choice"),
        ({"outcome": UPHELD, "words": " "}, "Tell the author why"),
        ({"outcome": VARIED, "words": "", "rule": "privacy"}, "Tell the author why"),
        ({"outcome": VARIED, "rule": ""}, "Choose the rule by which it stands."),
        ({"outcome": VARIED, "rule": "abuse"}, "Choose the rule by which it stands."),
        ({"words": "x" * 2_001}, "at most 2000 characters"),
        ({"seen_event_id": "x"}, "whole number"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(browser, appeal, fields, said):
    response = send(browser, appeal, **({"words": "Typed words."} | fields))
    assert response.status_code == 422
    html = html_of(response)
    assert said in html
    if "words" not in fields:
        assert "Typed words." in html
    appeal.refresh_from_db()
    assert appeal.state == AppealState.OPEN


def test_a_rule_that_was_retired_meanwhile_is_asked_for_again(browser, appeal, ana):
    rulebook.retire(rulebook.find(Reason.PRIVACY).rule, user=ana)
    response = send(browser, appeal, VARIED, rule=Reason.PRIVACY)
    assert response.status_code == 422


def test_the_slower_of_two_sees_the_answer_of_the_faster(browser, appeal):
    answer(appeal, UPHELD, make_moderator("eva", first_name="Eva", last_name="Poe"), words="No.")
    response = send(browser, appeal, REVERSED)
    assert response.status_code == 409
    html = html_of(response)
    assert "Somebody has answered this appeal meanwhile; nothing was changed." in html
    assert "Eva Poe" in html


def test_what_changed_meanwhile_is_shown_and_nothing_typed_is_lost(browser, appeal, comment):
    seen = comment.events.latest("pk").pk
    eva = make_moderator("eva", first_name="Eva", last_name="Poe")
    moderation.trash(comment.pk, make_ruling(comment, eva))
    response = send(browser, appeal, words="Typed words.", seen_event_id=seen)
    assert response.status_code == 409
    html = html_of(response)
    assert "Eva Poe trashed this comment just now; nothing was changed." in html
    assert "Typed words." in html
    assert f'value="{comment.events.latest("pk").pk}"' in html


def test_one_that_ends_while_it_is_answered_leads_to_the_list(browser, appeal, monkeypatch):
    from comments import appeals

    def gone(*_arguments, **_options):
        raise Appeal.DoesNotExist

    monkeypatch.setattr(appeals, "decide", gone)
    response = send(browser, appeal)
    assert (response.status_code, response.url) == (303, LIST)


@pytest.mark.parametrize("outcome", [UPHELD, VARIED])
def test_a_decision_that_was_taken_back_cannot_stand(browser, appeal, ana, outcome):
    moderation.undo(appeal.event_id, moderator=ana)
    response = send(browser, appeal, outcome, rule=Reason.PRIVACY)
    assert response.status_code == 409
    assert "The decision was taken back, so it cannot stand" in html_of(response)
    assert Appeal.objects.get().state == AppealState.OPEN


def test_words_that_are_gone_are_said_to_be(browser, appeal):
    Comment.objects.update(body="", body_html="")
    response = send(browser, appeal, REVERSED)
    assert response.status_code == 409
    assert "The words of this comment are gone" in html_of(response)


def test_the_same_spam_gets_the_same_answer_if_the_moderator_says_so(browser, post, ana, clock):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, *others = [binned_and_appealed(post, ana, cluster=cluster) for _ in range(3)]
    assert "to 2 more appeals about nearly the same words" in html_of(browser.get(address(first)))
    send(browser, first, **seen_alike(browser, first))
    assert "2 appeals about nearly the same words have the same answer." in html_of(
        browser.get(LIST)
    )
    assert not Appeal.objects.open().exists()
    assert [Appeal.objects.get(pk=other.pk).words for other in others] == [
        "It names a neighbour."
    ] * 2


@pytest.mark.parametrize(("outcome", "fields"), [(UPHELD, {}), (REVERSED, {"alike": "on"})])
def test_the_same_spam_waits_on_where_that_was_not_said(browser, post, ana, clock, outcome, fields):
    cluster = Cluster.objects.create(sketch=b"of the words")
    first, *others = [binned_and_appealed(post, ana, cluster=cluster) for _ in range(3)]
    send(browser, first, outcome, **(seen_alike(browser, first) | {"alike": ""} | fields))
    assert set(Appeal.objects.open()) == set(others)


@pytest.fixture
def spam(post, ana, clock):
    """Makes an appeal, each time about the same spam."""
    cluster = Cluster.objects.create(sketch=b"of the words")
    return lambda: binned_and_appealed(post, ana, cluster=cluster)


def test_an_appeal_that_nobody_could_read_yet_waits_on(browser, spam):
    first, other = spam(), spam()
    as_seen = seen_alike(browser, first)
    later = spam()
    send(browser, first, **as_seen)
    assert set(Appeal.objects.open()) == {later}
    assert Appeal.objects.get(pk=other.pk).state == UPHELD


@pytest.mark.parametrize("typed", ["x", "1", "1.2.3", "1.2  3.4", "9" * 19 + ".1", "1.2 " * 4_000])
def test_what_no_screen_of_ours_sends_for_the_others_answers_nothing(browser, spam, typed):
    first, _other = spam(), spam()
    assert send(browser, first, alike="on", alike_seen=typed).status_code == 422
    assert Appeal.objects.open().count() == 2


def test_an_answer_is_only_taken_from_our_own_form(appeal, ben):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ben)
    assert send(browser, appeal).status_code == 403
    appeal.refresh_from_db()
    assert appeal.state == AppealState.OPEN


def test_an_answered_appeal_keeps_its_time(browser, appeal, clock):
    clock.shift(2 * DAY)
    send(browser, appeal)
    appeal.refresh_from_db()
    assert appeal.decided_at == timezone.now()
