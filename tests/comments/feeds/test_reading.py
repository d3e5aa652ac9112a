from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from comments import moderation
from comments.feeds import reading
from comments.feeds.reading import NEWEST, last_change, on_page, on_pages, published, removed
from comments.states import CommentStatus, Reason
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.pages import make_post

STATES = [state for state in CommentStatus if state != CommentStatus.PUBLISHED]


def everywhere():
    return on_pages(Page.objects.all())


def test_only_public_words_are_found(post):
    shown = make_comment(post)
    for state in STATES:
        make_comment(post, status=state)
    assert published(everywhere()) == [shown]


def test_the_last_word_stands_first_and_a_feed_ends_somewhere(post):
    for number in range(NEWEST + 1):
        make_comment(post, f"Word {number}", created_at=SAID_AT + timedelta(minutes=number))
    found = published(everywhere())
    assert len(found) == NEWEST
    assert "Word 50" in found[0].body_html
    assert "Word 1<" in found[-1].body_html


def test_only_comments_below_the_pages_are_found(newsroom, post):
    here, _there = make_comment(post), make_comment(make_post(newsroom, title="Other"))
    assert published(on_page(post)) == [here]


def test_a_rare_language_is_looked_for_among_the_newest_alone(newsroom, post, monkeypatch):
    monkeypatch.setattr(reading, "LOOKED_AT", 2)
    rare = make_comment(make_post(newsroom, title="Other"), created_at=SAID_AT)
    here = on_pages(Page.objects.filter(pk=rare.page_id))
    make_comment(post, created_at=SAID_AT + timedelta(minutes=1))
    assert published(here) == [rare]
    make_comment(post, created_at=SAID_AT + timedelta(minutes=2))
    assert published(here) == []
    assert published(on_page(rare.page)) == [rare]


@pytest.mark.parametrize("comments", [1, 5])
def test_all_that_a_feed_reads_comes_in_one_query(post, comments, django_assert_num_queries):
    first = make_comment(post)
    for _ in range(comments):
        make_comment(post, parent=first)
    with django_assert_num_queries(1):
        for each in published(everywhere()):
            assert each.page.title
            assert each.parent is None or each.parent.status
            assert each.language is None


def test_what_a_moderator_removed_is_told_with_its_moment(post, moderator, clock):
    comment = make_comment(post)
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    assert removed(everywhere(), beside=[]) == [(comment.pk, timezone.now())]


@pytest.mark.parametrize("state", [state for state in STATES if state != CommentStatus.REMOVED])
def test_nobody_learns_of_what_leaves_no_tombstone(post, state):
    make_comment(post, status=state)
    assert removed(everywhere(), beside=[]) == []


def test_a_removal_that_is_older_than_the_whole_feed_is_not_told(post):
    for number in range(NEWEST):
        make_comment(post, created_at=SAID_AT + timedelta(minutes=number))
    make_comment(post, status=CommentStatus.REMOVED, created_at=SAID_AT - timedelta(days=1))
    newer = make_comment(post, status=CommentStatus.REMOVED, created_at=SAID_AT)
    assert removed(everywhere(), beside=published(everywhere())) == [(newer.pk, SAID_AT)]


def test_what_is_held_back_and_binned_leaves_no_moment(clock, post, moderator):
    """Whoever sends spam would see when somebody looked at it."""
    make_comment(post)
    seen_at = last_change()
    clock.shift(60)
    comment = make_comment(post, status=CommentStatus.PENDING)
    moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    post.save_revision(log_action=True)
    assert last_change() == seen_at


def test_any_act_that_readers_see_is_a_change(clock, post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    clock.shift(60)
    moderation.approve(comment.pk, make_ruling(comment, moderator))
    assert last_change() == timezone.now()
    clock.shift(60)
    post.unpublish(log_action=True)
    assert last_change() == timezone.now()


def test_where_nothing_ever_happened_nothing_changed(db):
    assert last_change() is None
