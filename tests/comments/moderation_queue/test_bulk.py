import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments import moderation
from comments.models import BulkJob, Cluster, Comment, CommentSettings, ModerationEvent, Rule
from comments.moderation import MAX_AT_ONCE
from comments.moderation_queue import jobs
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import QUEUE, read_queue
from tests.comments.moderation_queue.staff import give_section, make_moderator, sign_in
from tests.pages import make_post

DECIDE = reverse("reader_comments:decide_alike")
MATCHING = reverse("reader_comments:decide_matching")
PENDING, PUBLISHED, SPAM = CommentStatus.PENDING, CommentStatus.PUBLISHED, CommentStatus.SPAM


@pytest.fixture
def alike(post):
    cluster = Cluster.objects.create(sketch=b"")
    return [
        make_comment(post, status=PENDING, cluster=cluster, author_name=name)
        for name in ("Ana", "Bea", "Cid")
    ]


def seen_on(html):
    return re.search(r'name="alike" value="\w+ ([^"]*)"', html)[1]


def press(browser, action=Action.APPROVE, *, html="", **fields):
    """Press the button below the card of what is alike, as the page has it."""
    seen = seen_on(html or read_queue(browser))
    return browser.post(DECIDE, {"alike": f"{action} {seen}"} | fields)


def statuses():
    return set(Comment.objects.values_list("status", flat=True))


def test_what_waits_alike_is_one_card_with_two_buttons_and_a_way_to_all(alike, browser):
    html = read_queue(browser)
    assert html.count("<article") == 1
    assert "and 2 more alike</a>" in html
    assert f"{QUEUE}?status=all&amp;alike={alike[0].cluster_id}" in html
    assert ">Approve all alike (3)</button>" in html
    assert ">Spam all alike (3)</button>" in html


def test_all_that_are_alike_can_be_read_and_decided_above_the_list(alike, browser):
    html = read_queue(browser, status="all", alike=alike[0].cluster_id)
    assert html.count("<article") == 3
    assert html.count(">Approve all alike (3)</button>") == 1
    assert html.index("Approve all alike") < html.index("<article")
    assert "more alike" not in html


def test_one_that_waits_and_others_decided_leave_nothing_to_decide_together(post, alike, browser):
    Comment.objects.exclude(pk=alike[0].pk).update(status=PUBLISHED)
    html = read_queue(browser)
    assert "and 2 more alike</a>" in html
    assert "(Published: 2)" in html
    assert "Approve all" not in html


@pytest.mark.parametrize(
    ("action", "status", "sentence"),
    [
        (Action.APPROVE, PUBLISHED, "Approved 3 comments."),
        (Action.MARK_SPAM, SPAM, "Marked 3 comments as spam."),
    ],
)
def test_one_click_decides_all_and_leads_back(alike, browser, action, status, sentence):
    response = press(browser, action, back="status=pending&q=x")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=pending&q=x")
    assert statuses() == {status}
    assert sentence in read_queue(browser)


def test_one_click_takes_all_back(alike, browser):
    press(browser)
    batch = ModerationEvent.objects.latest("pk").batch
    undo = reverse("reader_comments:undo_alike", args=[batch])
    assert undo in read_queue(browser)
    response = browser.post(undo, {"back": "status=spam"})
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=spam")
    assert statuses() == {PENDING}
    html = read_queue(browser)
    assert "Took 3 decisions back." in html
    assert ">Undo</button>" not in html


def test_what_changed_since_is_left_and_named_with_who_did_what(alike, browser, ana):
    html = read_queue(browser)
    moderation.trash(alike[1].pk, make_ruling(alike[1], ana))
    press(browser, html=html)
    told = read_queue(browser)
    assert "Approved 2 comments." in told
    assert reverse("reader_comments:history", args=[alike[1].pk]) in told
    assert "Ana Ruiz trashed this comment just now; nothing was changed." in told


def test_what_arrived_since_is_not_decided_unseen(post, alike, browser):
    html = read_queue(browser)
    late = make_comment(post, status=PENDING, cluster=alike[0].cluster)
    press(browser, html=html)
    assert Comment.objects.get(status=PENDING) == late


def test_what_has_to_be_read_first_is_said_beforehand_and_left_waiting(alike, browser):
    evidence = [{"sign": "personal_data", "detail": "phone"}]
    Comment.objects.filter(pk=alike[1].pk).update(evidence=evidence)
    html = read_queue(browser)
    assert ">Approve all alike (2)</button>" in html
    assert "1 of them holds something else that has to be read first" in html
    press(browser, html=html)
    assert Comment.objects.get(status=PENDING) == alike[1]
    assert "Something in it has to be read before it is published." in read_queue(browser)


def test_when_all_have_to_be_read_none_is_approved_together(alike, browser):
    Comment.objects.update(evidence=[{"sign": "blocked", "detail": "x"}])
    html = read_queue(browser)
    assert "Approve all" not in html
    assert ">Spam all alike (3)</button>" in html


def test_a_long_list_of_what_was_left_names_the_first(alike, browser, ana, monkeypatch):
    monkeypatch.setattr(jobs, "NAMED_IN_A_MESSAGE", 1)
    html = read_queue(browser)
    for comment in alike:
        moderation.trash(comment.pk, make_ruling(comment, ana))
    press(browser, html=html)
    told = read_queue(browser)
    assert "Approved 0 comments." in told
    assert ">Undo</button>" not in told
    assert told.count("just now; nothing was changed.") == 1
    assert "and 2 more</li>" in told


def test_more_than_one_decision_can_hold_say_so(alike, browser, monkeypatch):
    monkeypatch.setattr("comments.moderation_queue.alike.MAX_AT_ONCE", 2)
    assert "3 wait; one decision is for the first 2 of them." in read_queue(browser)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"alike": "accept_edit 1.1"},
        {"alike": "undo 1.1"},
        {"alike": "remove 1.1"},
        {"alike": "remove 1.1", "rule": "no-such-rule"},
        {"alike": "approve"},
        {"alike": "approve 1"},
        {"alike": "approve 1.2.3"},
        {"alike": "approve x.y"},
        {"alike": "approve -1.1"},
        {"alike": f"approve {2**63}.1"},
        {"alike": "approve 1." + "9" * 5000},
        {"alike": "approve " + "1.1 " * (MAX_AT_ONCE + 1)},
    ],
)
def test_what_no_page_sends_changes_nothing(alike, browser, fields):
    response = browser.post(DECIDE, fields)
    assertContains(response, "Nothing was changed.", status_code=422)
    assert statuses() == {PENDING}


def test_what_was_typed_for_many_comes_back_with_why_not(alike, browser):
    sent = {"matching": "remove", "words": "Be kind.", "up_to": "7", "back": "q=x"}
    response = browser.post(MATCHING, sent)
    assertContains(response, "Choose a rule for removing them.", status_code=422)
    for kept in ('name="words" value="Be kind."', 'name="up_to" value="7"', 'value="q=x"'):
        assertContains(response, kept, status_code=422)
    assert statuses() == {PENDING}


def test_a_forged_decision_changes_nothing(alike, ana):
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(ana)
    html = forger.get(QUEUE).content.decode()
    sent = {"alike": f"approve {seen_on(html)}"}
    assert forger.post(DECIDE, sent).status_code == 403
    assert statuses() == {PENDING}


AS_A_SCRIPT = {"Accept": "application/json"}


def newest():
    return ModerationEvent.objects.latest("pk").pk


def decide_matching(browser, action=Action.MARK_SPAM, *, headers=None, **fields):
    sent = {"matching": action, "up_to": newest()} | fields
    return browser.post(MATCHING, sent, headers=headers)


@pytest.fixture
def fifty(post):
    """So many that they are on several pages of the list."""
    return [
        make_comment(post, "Buy shoes", status=PENDING, author_name=f"{number}")
        for number in range(50)
    ]


def test_all_that_fit_on_every_page_are_decided_at_once(fifty, browser):
    response = decide_matching(browser, back="status=pending")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=pending")
    assert statuses() == {SPAM}
    assert len(set(ModerationEvent.objects.exclude(batch=None).values_list("batch"))) == 1
    assert "Marked 50 comments as spam." in read_queue(browser)


def test_what_does_not_fit_the_filters_is_left(fifty, post, browser):
    other = make_comment(post, "I will come on Monday", status=PENDING)
    decide_matching(browser, back="status=pending&q=shoes")
    assert Comment.objects.get(status=PENDING) == other


def test_what_came_after_the_list_was_made_is_left(fifty, post, browser):
    looked = newest()
    late = make_comment(post, "Buy shoes", status=PENDING)
    decide_matching(browser, up_to=looked)
    assert Comment.objects.get(status=PENDING) == late


@pytest.mark.parametrize("back", ["since=yesterday", "page=x", "status=nonsense", "q=a%00b"])
def test_a_filter_that_makes_no_sense_decides_nothing(fifty, browser, back):
    """The list leaves it aside, and so shows more than was asked for."""
    response = decide_matching(browser, back=back)
    assert statuses() == {PENDING}
    assertContains(response, "One of the filters makes no sense.", status_code=422)


@pytest.mark.parametrize("fields", [{"up_to": ""}, {"up_to": -1}, {"matching": "undo"}])
def test_what_no_list_sends_decides_nothing(fifty, browser, fields):
    decide_matching(browser, **fields)
    assert statuses() == {PENDING}


def test_a_removal_of_many_is_by_a_rule_with_words_for_each_author(fifty, browser):
    rule = Rule.objects.earliest("pk")
    decide_matching(browser, Action.REMOVE, rule=rule.code, words="Not here.")
    events = ModerationEvent.objects.filter(action=Action.REMOVE)
    assert set(events.values_list("rule_version", "reason", "explanation__words")) == {
        (rule.current.pk, rule.reason, "Not here.")
    }
    assert statuses() == {"removed"}


def test_a_script_is_told_in_json(fifty, browser):
    Comment.objects.filter(pk=fifty[0].pk).update(evidence=[{"sign": "blocked", "detail": "x"}])
    told = decide_matching(browser, Action.APPROVE, headers=AS_A_SCRIPT).json()
    assert (told["sentence"], told["is_ended"]) == ("Approved 49 comments.", True)
    assert (told["total"], told["decided"], told["done"], told["more_refused"]) == (50, 50, 49, 0)
    assert told["refused"][0]["comment"] == fifty[0].pk
    assert reverse("reader_comments:job", args=[told["batch"]]) in told["job"]
    refused = decide_matching(browser, "nonsense", headers=AS_A_SCRIPT)
    assert (refused.status_code, "Nothing was changed." in refused.json()["why"]) == (422, True)


def test_so_many_that_they_take_longer_lead_to_the_page_that_shows_how_far_it_is(
    fifty, browser, monkeypatch
):
    monkeypatch.setattr(moderation.jobs, "MAX_AT_ONCE", 49)
    response = decide_matching(browser, back="q=shoes")
    batch = BulkJob.objects.get().pk
    page = reverse("reader_comments:job", args=[batch])
    assert (response.status_code, response.url) == (303, f"{page}?back=q%3Dshoes")
    undo = reverse("reader_comments:undo_alike", args=[batch])
    assert f'action="{undo}"' in browser.get(page).content.decode()


@pytest.fixture
def section_browser(newsroom):
    """Of somebody who moderates another post and nothing else."""
    settings = {"has_section_moderators": True}
    CommentSettings.objects.update_or_create(site=newsroom.site, defaults=settings)
    other, moderator = make_post(newsroom, "Another post"), make_moderator("sec")
    make_comment(other, "Buy shoes", status=PENDING)
    give_section(moderator, other)
    return sign_in(moderator)


def test_who_has_a_section_decides_on_nothing_beyond_it(fifty, section_browser):
    decide_matching(section_browser, back="status=pending")
    assert Comment.objects.filter(status=SPAM).get().page.title == "Another post"
    seen = " ".join(f"{each.pk}.{each.events.get().pk}" for each in fifty)
    section_browser.post(DECIDE, {"alike": f"mark_spam {seen}"})
    assert Comment.objects.filter(status=SPAM).count() == 1
