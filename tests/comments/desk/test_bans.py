import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments import bans, blocks
from comments.blocks import Entry
from comments.models import Block, BlockKind, Comment, SenderKey, Writer
from comments.names import skeleton
from comments.standing import email_digest
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_moderator, sign_in
from tests.conftest import NOON

LIST = reverse("reader_comments:bans")
BAN = reverse("reader_comments:ban")
ADDRESS = "otto@example.org"


@pytest.fixture
def comment(clock, post):
    writer = Writer.objects.create(email_digest=email_digest(ADDRESS))
    comment = make_comment(post, author_name="Otto", writer=writer, status="pending")
    SenderKey.objects.create(comment=comment, key="key-of-today", day=timezone.localdate())
    return comment


def make_ban(ana, kind=BlockKind.NAME, value="otto", **fields):
    shown = "Otto" if kind == BlockKind.NAME else ""
    entry = Entry(kind, value, shown, "threats")
    return bans.ban(entry, **({"days": 30, "user": ana, "now": timezone.now()} | fields))


def open_form(browser, **query):
    return browser.get(BAN, query).content.decode()


def press_enter(browser, comment, **fields):
    """What the form sends when nothing of it is changed."""
    html = open_form(browser, comment=comment.pk)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    [kind] = re.findall(r'value="(\w+)" checked', html)
    [days] = re.findall(r'<option value="(\d+)" selected', html)
    [reason] = re.findall(r'name="reason" value="([^"]*)"', html)
    sent = hidden | {"kind": kind, "days": days, "reason": reason, "ban": "1"}
    return browser.post(BAN, sent | fields)


def test_the_first_button_has_the_focus_and_bans_by_the_surest_for_thirty_days(browser, comment):
    html = open_form(browser, comment=comment.pk)
    [button] = re.findall(r"<button[^>]*autofocus[^>]*>", html)
    assert 'name="ban"' in button
    answer = press_enter(browser, comment)
    block = Block.objects.get()
    assert (answer.status_code, answer.url) == (303, reverse("reader_comments:queue"))
    assert (block.kind, block.value) == (BlockKind.EMAIL, email_digest(ADDRESS))
    assert block.expires_at == NOON + timedelta(days=30)


def test_the_next_surest_is_the_network_and_then_the_name(browser, comment):
    Comment.objects.update(writer=None)
    press_enter(browser, comment)
    assert Block.objects.get().kind == BlockKind.SENDER
    SenderKey.objects.all().delete()
    Block.objects.all().delete()
    press_enter(browser, comment)
    assert Block.objects.get().kind == BlockKind.NAME


def test_whoever_bans_comes_back_to_where_the_list_was(browser, comment):
    answer = press_enter(browser, comment, back="status=spam&q=x&evil=1")
    assert answer.url == f"{reverse('reader_comments:queue')}?status=spam&q=x"
    html = browser.get(answer.url).content.decode()
    assert "Banned until April 3, 2026" in html


def test_the_form_says_what_each_would_have_caught(browser, comment, post):
    make_comment(post, author_name="OTTO")
    html = open_form(browser, comment=comment.pk)
    assert "It would have caught 2 of the last 2 comments." in html
    assert "Of 1 that wait, 1 is of the same." in html
    assert reverse("reader_comments:history", args=[comment.pk]) in html


def test_the_form_says_what_is_unproven_and_what_ends_at_midnight(browser, comment):
    html = open_form(browser, comment=comment.pk)
    assert "Unproven:" in html
    assert "Others may bear it" in html
    assert "Only until 03/05/2026 midnight" in html
    assert "Other people may share it." in html


def test_neither_address_nor_key_travels_through_the_browser(browser, comment):
    Comment.objects.update(author_email=ADDRESS)
    html = open_form(browser, comment=comment.pk)
    for secret in (ADDRESS, email_digest(ADDRESS), "key-of-today"):
        assert secret not in html


def test_a_network_is_banned_until_midnight(browser, comment):
    press_enter(browser, comment, kind="sender", days="365")
    assert Block.objects.get().expires_at == blocks.end_of_day(NOON)


def test_what_waits_of_the_same_stays_where_it_is_unless_asked(browser, comment):
    press_enter(browser, comment)
    assert Comment.objects.get().status == "pending"


def test_what_waits_of_the_same_is_binned_when_asked(browser, comment, post):
    other = make_comment(post, author_name="Nadia", status="pending")
    answer = press_enter(browser, comment, bins="on")
    comment.refresh_from_db()
    other.refresh_from_db()
    assert (comment.status, other.status) == ("spam", "pending")
    assert "marked as spam" in browser.get(answer.url).content.decode()
    assert comment.events.latest("pk").batch


def test_what_arrived_since_the_form_was_shown_is_not_binned(browser, comment, post):
    press_enter(browser, comment, bins="on", up_to="0")
    comment.refresh_from_db()
    assert comment.status == "pending"
    assert Block.objects.exists()


def test_a_comment_that_names_nobody_asks_to_type(browser, post):
    comment = make_comment(post, author_name="")
    html = open_form(browser, comment=comment.pk)
    assert "left nothing by which they could be banned" in html
    assert 'name="typed"' in html


@pytest.mark.parametrize("number", ["", "0", "x", "7", "9" * 5_000, "-1"])
def test_a_comment_that_is_not_there_asks_to_type(browser, number):
    answer = browser.get(BAN, {"comment": number})
    assert answer.status_code == 200
    assert b'name="typed"' in answer.content


def test_a_typed_name_is_tried_on_the_past_before(browser, post):
    make_comment(post, author_name="Otto")
    sent = {"kind": "name", "typed": "0tto", "days": "7", "reason": "threats"}
    html = browser.post(BAN, sent | {"try": "1"}).content.decode()
    assert "It would have caught 1 of the last 1 comment." in html
    assert not Block.objects.exists()
    assert browser.post(BAN, sent | {"ban": "1"}).status_code == 303
    assert (Block.objects.get().value, Block.objects.get().shown) == (skeleton("Otto"), "0tto")


def test_what_is_wrong_is_named(browser, comment):
    answer = browser.post(BAN, {"comment": comment.pk, "kind": "host", "days": "2"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="error-message"') == 3
    assert not Block.objects.exists()


def test_a_hostile_name_stays_text(browser, post):
    comment = make_comment(post, author_name="<b>x")
    assert "<b>x" not in open_form(browser, comment=comment.pk)


def test_a_card_leads_to_the_form(browser, comment):
    html = browser.get(reverse("reader_comments:queue")).content.decode()
    [link] = re.findall(r"<a[^>]*data-ban[^>]*>", html)
    assert f"{BAN}?comment={comment.pk}" in link


def test_the_list_says_who_is_banned_until_when_why_and_by_whom(clock, browser, ana):
    make_ban(ana)
    html = browser.get(LIST).content.decode()
    for words in ("Otto", "04/03/2026", "threats", "Ana Ruiz"):
        assert words in html


def test_the_list_leaves_out_what_is_over_and_what_only_holds(clock, browser, ana):
    entry = Entry(BlockKind.NAME, "held", "Held", "x")
    blocks.add(entry, expires_at=None, user=ana)
    make_ban(ana, days=1)
    clock.shift(timedelta(days=1))
    assert "Nobody is banned." in sign_in(ana).get(LIST).content.decode()


def test_the_block_list_leaves_out_bans(clock, browser, ana):
    block = make_ban(ana)
    html = browser.get(reverse("reader_comments:blocks")).content.decode()
    assert "Nothing is blocked." in html
    url = reverse("reader_comments:remove_block", args=[block.pk])
    assert browser.post(url).status_code == 404


def test_a_ban_is_lifted_after_a_question(browser, ana):
    block = make_ban(ana)
    url = reverse("reader_comments:lift_ban", args=[block.pk])
    assert "Lift the ban" in browser.get(url).content.decode()
    assert Block.objects.exists()
    assert browser.post(url).url == LIST
    assert not Block.objects.exists()


def test_what_only_holds_is_not_lifted(browser, ana):
    entry = Entry(BlockKind.NAME, "held", "Held", "x")
    block = blocks.add(entry, expires_at=None, user=ana)
    url = reverse("reader_comments:lift_ban", args=[block.pk])
    assert browser.post(url).status_code == 404


def test_the_list_costs_the_same_however_long_it_is(browser, ana):
    make_ban(ana)
    browser.get(LIST)
    one = queries_of(browser)
    for number in range(3):
        make_ban(make_moderator(f"m{number}"), value=f"name {number}")
    assert queries_of(browser) == one


def queries_of(browser):
    with CaptureQueriesContext(connection) as queries:
        browser.get(LIST)
    return len(queries)
