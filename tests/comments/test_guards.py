from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from comments import blocks, guards, pace
from comments.guards import (
    LINKS_ARE_OFF,
    Origin,
    SubmissionRefused,
    commentable_page,
    judge_origin,
    refuse_or_pass,
    refused_when_busy,
)
from comments.models import Block, BlockKind, CommentableMixin, Raid
from comments.names import skeleton
from comments.spam import Evidence, Sign
from comments.standing import email_digest
from comments.states import CommentStatus
from tests.comments.factories import SAID_AT, make_case, make_comment
from tests.pages import make_plain_page, make_post

OWN = "https://news.example"


@pytest.mark.parametrize(
    ("headers", "origin"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": OWN}, Origin.OWN),
        ({"Sec-Fetch-Site": "same-origin"}, Origin.OWN),
        ({"Origin": OWN}, Origin.OWN),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, Origin.OWN),
        ({}, Origin.UNKNOWN),
        ({"Origin": "null"}, Origin.UNKNOWN),
        ({"Sec-Fetch-Site": "none"}, Origin.UNKNOWN),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OWN}, Origin.FOREIGN),
        ({"Sec-Fetch-Site": "same-site"}, Origin.FOREIGN),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, Origin.FOREIGN),
        ({"Origin": "https://evil.example"}, Origin.FOREIGN),
        ({"Origin": "http://news.example"}, Origin.FOREIGN),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, Origin.FOREIGN),
    ],
)
def test_the_headers_tell_where_a_post_came_from(headers, origin):
    assert judge_origin(headers, own_origin=OWN) == origin


def find(page):
    return commentable_page(page.pk, site=Site.objects.get())


def test_a_live_public_post_takes_comments(post):
    assert find(post) == post


def test_a_plain_page_takes_comments(newsroom):
    page = make_plain_page(newsroom)
    assert find(page) == page


@pytest.mark.parametrize("page", ["home", "index"])
def test_a_page_of_another_type_is_not_found(newsroom, page):
    assert find(getattr(newsroom, page)) is None


def test_a_draft_is_not_found(newsroom):
    assert find(make_post(newsroom, live=False)) is None


def test_an_expired_post_is_not_found(newsroom):
    expired = make_post(newsroom, live=False, expired=True)
    assert find(expired) is None


def test_a_restricted_post_is_not_found(post):
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    assert find(post) is None


def test_a_post_below_a_restricted_page_is_not_found(newsroom, post):
    PageViewRestriction.objects.create(page=newsroom.index, restriction_type="login")
    assert find(post) is None


def test_an_alias_is_not_found_because_its_original_has_the_thread(newsroom, post):
    alias = post.create_alias(parent=newsroom.index, update_slug="alias")
    assert find(alias) is None


def test_a_post_of_another_site_is_not_found(newsroom, post):
    other_home = newsroom.index
    other = Site.objects.create(hostname="other.example", root_page=other_home)
    assert commentable_page(post.pk, site=Site.objects.exclude(pk=other.pk).get()) is None
    assert commentable_page(post.pk, site=other) == post


def test_without_a_site_nothing_is_found(post):
    assert commentable_page(post.pk, site=None) is None


def refusal_of(case, **options):
    """The first objection, or None."""
    try:
        refuse_or_pass(case, **options)
    except SubmissionRefused as refused:
        return refused.refusal


def test_an_honest_comment_passes_without_a_doubt(post):
    assert refuse_or_pass(make_case(post)) == ()


def test_a_closed_page_refuses(post):
    post.comments_open = False
    assert refusal_of(make_case(post)).http_status == 403


def test_an_edit_is_taken_where_new_comments_are_not(post):
    comment = make_comment(post)
    post.comments_open = False
    assert refusal_of(make_case(post, revises=comment.pk)) is None


def test_a_reply_to_a_published_comment_is_not_refused(post):
    parent = make_comment(post)
    assert refusal_of(make_case(post, parent_id=parent.pk)) is None


@pytest.mark.parametrize("status", sorted(set(CommentStatus) - {CommentStatus.PUBLISHED}))
def test_a_reply_to_what_is_not_public_is_refused_as_if_it_were_not_there(post, status):
    hidden = make_comment(post, status=status)
    refusal = refusal_of(make_case(post, parent_id=hidden.pk))
    assert refusal == refusal_of(make_case(post, parent_id=12345))
    assert refusal.http_status == 400


def test_a_reply_across_pages_is_refused(newsroom, post):
    elsewhere = make_comment(make_post(newsroom, "Another post"))
    assert refusal_of(make_case(post, parent_id=elsewhere.pk))


@pytest.mark.parametrize(
    "fields", [{"body": "See https://example.org"}, {"author_website": "https://example.org"}]
)
def test_links_are_refused_while_the_raid_switch_is_on(post, fields):
    assert refusal_of(make_case(post, **fields)) is None
    hour = timedelta(hours=1)
    Raid.objects.create(page=post, started_at=SAID_AT - hour, ends_at=SAID_AT + hour)
    assert refusal_of(make_case(post, **fields)) == LINKS_ARE_OFF
    assert refusal_of(make_case(post)) is None


def test_an_edit_is_not_refused_for_a_website_that_it_cannot_change(post):
    comment = make_comment(post, author_website="https://example.org")
    hour = timedelta(hours=1)
    Raid.objects.create(page=post, started_at=SAID_AT - hour, ends_at=SAID_AT + hour)
    fields = {"author_website": "https://example.org", "revises": comment.pk}
    assert refusal_of(make_case(post, **fields)) is None


def test_a_flood_is_refused_with_the_time_to_wait(post, monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 2)
    assert [refusal_of(make_case(post)) for _ in range(2)] == [None, None]
    refusal = refusal_of(make_case(post))
    assert refusal.http_status == 429
    assert 0 < refusal.retry_after_seconds <= 600
    assert "10 minutes" in str(refusal.message)


def test_what_is_refused_for_another_reason_is_not_counted(post, monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 1)
    refusal_of(make_case(post, parent_id=12345))
    assert refusal_of(make_case(post)) is None


def test_a_guard_that_breaks_lets_pass_with_a_doubt(post):
    def broken(case):
        raise ZeroDivisionError

    assert refuse_or_pass(make_case(post), (broken,)) == (Evidence(Sign.CHECK_FAILED, "broken"),)


def test_a_database_that_is_away_refuses_and_keeps_the_text():
    with pytest.raises(SubmissionRefused) as refused, refused_when_busy():
        raise OperationalError("database is locked")
    assert refused.value.refusal.http_status == 503
    assert refused.value.refusal.retry_after_seconds


def test_every_commentable_type_says_whether_it_is_open():
    assert CommentableMixin._meta.get_field("comments_open").default is True


def ban(kind, value, shown="", **fields):
    ends_at = SAID_AT + timedelta(days=1)
    return Block.objects.create(
        kind=kind, value=value, shown=shown, is_ban=True, reason="threats", expires_at=ends_at
    )


@pytest.mark.parametrize(
    ("kind", "value", "shown", "told"),
    [
        (BlockKind.NAME, skeleton("Ana"), "Ana", "choose another name"),
        (BlockKind.EMAIL, email_digest("ana@example.org"), "", "from this writer"),
        (BlockKind.SENDER, "key-of-a-sender", "", "from your network"),
    ],
)
def test_whoever_is_banned_is_refused_and_told_so(post, kind, value, shown, told):
    ban(kind, value, shown)
    refusal = refusal_of(make_case(post, author_email="ana@example.org"))
    assert (refusal.http_status, refusal.retry_after_seconds) == (403, 24 * 60 * 60)
    for words in (told, "January 7, 2012", "because of our rules", "second look"):
        assert words in refusal.message
    assert "threats" not in refusal.message


def test_a_ban_is_told_in_the_language_of_the_moment(post):
    ban(BlockKind.NAME, skeleton("Ana"), "Ana")
    with translation.override("es"):
        assert "7 de enero de 2012" in refusal_of(make_case(post)).message


def test_who_does_something_else_is_refused_in_the_same_way(post):
    ban(BlockKind.NAME, skeleton("Ana"), "Ana")
    person = blocks.who_sent(make_case(post).submission)
    with pytest.raises(SubmissionRefused, match="choose another name"):
        guards.refuse_banned(person, now=SAID_AT)
    guards.refuse_banned(person, now=SAID_AT + timedelta(days=1))


def test_a_ban_that_is_over_refuses_nobody(post):
    ban(BlockKind.NAME, skeleton("Ana"), "Ana")
    assert refusal_of(make_case(post, sent_at=SAID_AT + timedelta(days=1))) is None


def test_an_edit_by_somebody_banned_is_refused(post):
    ban(BlockKind.NAME, skeleton("Ana"), "Ana")
    comment = make_comment(post)
    assert refusal_of(make_case(post, revises=comment.pk)).http_status == 403


def test_a_ban_that_cannot_be_looked_up_asks_for_a_person(monkeypatch, post):
    def break_down(*_args, **_options):
        raise OperationalError("gone")

    monkeypatch.setattr(blocks, "ban_on", break_down)
    assert refuse_or_pass(make_case(post)) == (Evidence(Sign.CHECK_FAILED, "sender_is_banned"),)


def test_a_banned_sender_uses_up_nobodys_turns(post, monkeypatch):
    taken = []
    monkeypatch.setattr(pace, "take_turn", lambda *args, **options: taken.append(args))
    ban(BlockKind.SENDER, "key-of-a-sender")
    assert refusal_of(make_case(post)).http_status == 403
    assert not taken
