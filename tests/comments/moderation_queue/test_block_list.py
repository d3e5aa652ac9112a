import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments import blocks
from comments.blocks import Entry
from comments.models import Block, BlockKind, SenderKey
from comments.standing import email_digest
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import read_history, read_queue
from tests.comments.moderation_queue.staff import ROLES, sign_in
from tests.conftest import NOON

LIST = reverse("reader_comments:blocks")
ADD = reverse("reader_comments:add_block")
ALLOWED = {"moderator", "administrator"}


def make_block(ana, typed="casino", kind=BlockKind.PHRASE, **fields):
    shown = "" if kind in (BlockKind.EMAIL, BlockKind.SENDER) else typed
    entry = Entry(kind, blocks.value_of(kind, typed), shown, fields.pop("reason", "a wave"))
    return blocks.add(entry, **({"expires_at": None, "user": ana} | fields))


def removal(block):
    return reverse("reader_comments:remove_block", args=[block.pk])


def fill_in(typed="casino", kind=BlockKind.PHRASE, **fields):
    return {"kind": kind, "typed": typed, "reason": "a wave", "days": "30"} | fields


def attempt(browser, **fields):
    """The first press: what would the entry have held?"""
    return browser.post(ADD, fill_in(**fields))


def add(browser, **fields):
    """Both presses."""
    tried = attempt(browser, **fields)
    proof = re.search(r'name="tried" value="(\w+)"', tried.content.decode())[1]
    return browser.post(ADD, fill_in(**fields) | {"tried": proof, "add": "1"})


def test_the_list_says_what_until_when_why_and_by_whom(clock, browser, ana):
    make_block(ana, "Best Casino", expires_at=NOON + timedelta(days=30), reason="since Friday")
    make_block(ana, "evil.example", BlockKind.HOST)
    html = browser.get(LIST).content.decode()
    for words in ("Best Casino", "April 3, 2026"[:5], "since Friday", "Ana Ruiz", "never ends"):
        assert words in html


def test_the_list_leaves_out_what_is_over(clock, browser, ana):
    make_block(ana, "casino", expires_at=NOON + timedelta(days=1))
    clock.shift(timedelta(days=1))
    html = sign_in(ana).get(LIST).content.decode()
    assert "casino" not in html
    assert "Nothing is blocked." in html


def test_the_list_shows_no_address(browser, ana):
    make_block(ana, "ana@example.org", BlockKind.EMAIL)
    make_block(ana, "key-of-today", BlockKind.SENDER, expires_at=blocks.end_of_day(timezone.now()))
    html = browser.get(LIST).content.decode()
    assert "an e-mail address (kept unreadable)" in html
    assert "until the key of the day changes" in html
    for secret in ("ana@example.org", email_digest("ana@example.org"), "key-of-today"):
        assert secret not in html


def test_the_list_goes_on_after_a_hundred(browser, ana):
    for number in range(101):
        make_block(ana, f"word{number}")
    first, second = (browser.get(LIST, {"p": p}).content.decode() for p in (1, 2))
    assert ("word100" in first, "word0<" in first, "word0<" in second) == (True, False, True)


def test_the_list_costs_the_same_however_long_it_is(browser, ana, django_assert_num_queries):
    make_block(ana)
    browser.get(LIST)
    with CaptureQueriesContext(connection) as one:
        browser.get(LIST)
    for number in range(5):
        make_block(ana, f"word{number}")
    with django_assert_num_queries(len(one)):
        browser.get(LIST)


def test_a_dry_run_comes_before_anything_is_added(post, browser):
    hit = make_comment(post, "Best casino in town", author_name="Marisol")
    make_comment(post, "I will come.")
    answer = attempt(browser)
    html = answer.content.decode()
    assert "It would have held 1 of the last 2 published comments." in html
    assert reverse("reader_comments:history", args=[hit.pk]) in html
    assert "Marisol" in html
    assert (answer.status_code, Block.objects.count()) == (200, 0)


def test_adding_needs_the_dry_run_of_this_very_entry(browser, post):
    html = attempt(browser, typed="lottery").content.decode()
    proof = re.search(r'name="tried" value="(\w+)"', html)[1]
    for tried in ("", proof):
        answer = browser.post(ADD, fill_in("casino") | {"tried": tried, "add": "1"})
        assert "Add it" in answer.content.decode()
        assert not Block.objects.exists()


@pytest.mark.parametrize(
    ("days", "expires_at"),
    [
        ("1", NOON + timedelta(days=1)),
        ("30", NOON + timedelta(days=30)),
        ("365", NOON + timedelta(days=365)),
        ("", None),
    ],
)
def test_the_second_press_adds_it_for_the_chosen_time(clock, post, browser, ana, days, expires_at):
    answer = add(browser, days=days)
    block = Block.objects.get()
    assert (answer.status_code, answer.url) == (303, LIST)
    assert (block.kind, block.value, block.shown, block.reason, block.created_by) == (
        BlockKind.PHRASE,
        "casino",
        "casino",
        "a wave",
        ana,
    )
    assert block.expires_at == expires_at


def test_thirty_days_are_offered_first(browser):
    assert '<option value="30" selected>' in browser.get(ADD).content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"typed": "?!"},
        {"typed": ""},
        {"typed": "evil", "kind": BlockKind.HOST},
        {"typed": "...", "kind": BlockKind.NAME},
        {"typed": "nobody", "kind": BlockKind.EMAIL},
        {"typed": "", "kind": BlockKind.EMAIL},
        {"kind": BlockKind.SENDER},
        {"kind": BlockKind.SENDER, "comment": "1"},
        {"kind": "colour"},
        {"reason": ""},
        {"days": "2"},
        {"comment": "9" * 5_000},
        {"typed": "x" * 201},
    ],
)
def test_what_cannot_be_compared_is_named_and_not_tried(browser, fields):
    answer = attempt(browser, **fields)
    assert answer.status_code == 422
    assert "error-message" in answer.content.decode()
    assert "Dry run" not in answer.content.decode()


def test_what_is_on_the_list_is_not_added_twice(browser, ana, post):
    make_block(ana, "Casino", reason="since Friday")
    answer = add(browser, typed="CASINO")
    assert answer.status_code == 409
    assert "on the block list already (since Friday)" in answer.content.decode()
    assert Block.objects.count() == 1


def test_an_e_mail_address_is_kept_as_a_digest_only(browser, post):
    add(browser, kind=BlockKind.EMAIL, typed="Ana@Example.org")
    [row] = Block.objects.values("value", "shown", "reason")
    assert row == {"value": email_digest("ana@example.org"), "shown": "", "reason": "a wave"}


def test_the_sender_of_a_comment_of_today_is_blocked_until_midnight(clock, post, browser):
    comment = make_comment(post)
    SenderKey.objects.create(comment=comment, key="key-of-today", day=timezone.localdate())
    html = attempt(browser, kind=BlockKind.SENDER, typed="", comment=comment.pk).content.decode()
    assert "It would have held 1 of the last 1 published comment." in html
    assert "key-of-today" not in html
    add(browser, kind=BlockKind.SENDER, typed="", comment=comment.pk, days="")
    block = Block.objects.get()
    assert (block.value, block.shown) == ("key-of-today", "")
    assert block.expires_at == blocks.end_of_day(NOON)


def test_the_sender_of_yesterday_is_gone(clock, post, ana):
    comment = make_comment(post)
    SenderKey.objects.create(comment=comment, key="key", day=timezone.localdate())
    clock.shift(timedelta(days=1))
    answer = attempt(sign_in(ana), kind=BlockKind.SENDER, typed="", comment=comment.pk)
    assert answer.status_code == 422
    assert "its key is gone" in answer.content.decode()


def test_the_e_mail_address_of_a_comment_does_not_travel_in_the_address(post, browser):
    comment = make_comment(post, author_email="ana@example.org")
    html = browser.get(ADD, {"comment": comment.pk}).content.decode()
    assert f"kind=email&amp;comment={comment.pk}" in html
    assert "ana@example.org" not in html
    add(browser, kind=BlockKind.EMAIL, typed="", comment=comment.pk)
    assert Block.objects.get().value == email_digest("ana@example.org")


def test_a_card_and_a_history_lead_to_the_form(post, browser):
    comment = make_comment(post, status="pending")
    link = f"{ADD}?comment={comment.pk}"
    assert link in read_queue(browser)
    assert link in read_history(browser, comment)


@pytest.mark.parametrize("number", ["", "0", "x", "1", "9" * 5_000, "-1"])
def test_a_comment_that_is_not_there_suggests_nothing(browser, number):
    answer = browser.get(ADD, {"comment": number})
    assert answer.status_code == 200
    assert "Of the comment by" not in answer.content.decode()


def test_an_entry_is_taken_off_after_a_question(browser, ana):
    block = make_block(ana)
    assert "Take it off the list" in browser.get(removal(block)).content.decode()
    assert Block.objects.exists()
    assert browser.post(removal(block)).url == LIST
    assert not Block.objects.exists()


def test_an_entry_that_is_gone_is_not_found(browser, ana):
    block = make_block(ana)
    block.delete()
    assert browser.post(reverse("reader_comments:remove_block", args=[7])).status_code == 404


def test_no_reading_changes_anything(browser, ana, post):
    block = make_block(ana)
    for address in (LIST, f"{ADD}?kind=phrase&typed=x&reason=y&tried=z&add=1", removal(block)):
        assert browser.get(address).status_code == 200
    assert list(Block.objects.all()) == [block]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_moderators_add_and_take_off(newsroom, ana, role, method):
    block = make_block(ana)
    browser = sign_in(ana if role == "moderator" else ROLES[role]())
    for address in (ADD, removal(block)):
        answer = getattr(browser, method)(address, fill_in())
        is_let_in = answer.status_code == 200 or answer.get("Location") == LIST
        assert is_let_in is (role in ALLOWED)
    assert Block.objects.exists() is (role not in ALLOWED or method == "get")


@pytest.mark.parametrize("role", ROLES)
def test_only_moderators_read_the_list(newsroom, ana, role):
    browser = sign_in(ana if role == "moderator" else ROLES[role]())
    assert (browser.get(LIST).status_code == 200) is (role in ALLOWED)


def test_a_post_without_the_token_is_refused(ana):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ana)
    assert strict.post(ADD, fill_in()).status_code == 403
