import random

import pytest

from comments import moderation
from comments.models import Comment
from comments.states import CommentStatus
from comments.threads import settle, settle_many, settle_page, visible_thread
from tests.comments.factories import make_comment, make_ruling


def kept(*comments):
    """Of which of these the database says that something that shows answers them."""
    found = Comment.objects.filter(pk__in=[comment.pk for comment in comments])
    by_number = dict(found.values_list("pk", "has_shown_reply"))
    return [by_number[comment.pk] for comment in comments]


def make_hidden_chain(post, length):
    chain = [make_comment(post, status=CommentStatus.SPAM)]
    for _number in range(length - 1):
        chain.append(make_comment(post, status=CommentStatus.SPAM, parent=chain[-1]))
    return chain


def test_an_answer_that_shows_keeps_all_above_it_in_place(post):
    chain = make_hidden_chain(post, 4)
    assert kept(*chain) == [False] * 4
    make_comment(post, parent=chain[2])
    assert kept(*chain) == [True, True, True, False]


def test_what_is_hidden_lets_go_what_only_it_kept(post, moderator):
    chain = make_hidden_chain(post, 3)
    first, second = make_comment(post, parent=chain[2]), make_comment(post, parent=chain[0])
    moderation.hold(first.pk, make_ruling(first, moderator))
    assert kept(*chain) == [True, False, False]
    moderation.hold(second.pk, make_ruling(second, moderator))
    assert kept(*chain) == [False] * 3
    assert visible_thread(post).count == 0


def test_a_long_hidden_chain_appears_with_its_last_answer(post, moderator):
    chain = make_hidden_chain(post, 60)
    moderation.approve(chain[-1].pk, make_ruling(chain[-1], moderator))
    assert kept(*chain) == [True] * 59 + [False]
    assert visible_thread(post).count == 60


def test_nothing_is_written_where_nothing_changes(post, django_assert_num_queries):
    parent = make_comment(post)
    make_comment(post, parent=parent)
    with django_assert_num_queries(2):
        settle(parent.pk)
    with django_assert_num_queries(0):
        settle(None)


def test_a_page_is_settled_at_once(post):
    chain = make_hidden_chain(post, 3)
    answer = make_comment(post, parent=chain[1])
    lone = make_comment(post)
    Comment.objects.filter(pk__in=[chain[0].pk, chain[1].pk]).update(has_shown_reply=False)
    Comment.objects.filter(pk__in=[chain[2].pk, lone.pk]).update(has_shown_reply=True)
    settle_page(post.pk)
    assert kept(*chain, answer, lone) == [True, True, False, False, False]


def test_a_row_shows_if_it_is_visible_or_keeps_a_place(post):
    for status in CommentStatus:
        for is_answered in (False, True):
            comment = make_comment(post, status=status)
            Comment.objects.filter(pk=comment.pk).update(has_shown_reply=is_answered)
            comment.refresh_from_db()
            assert comment.shows == (is_answered or status in ("published", "removed"))


@pytest.mark.parametrize("seed", range(6))
def test_many_are_settled_as_each_would_be(post, seed):
    """However they hang together: what changes is hidden, or shown, at once."""
    chance = random.Random(seed)  # noqa: S311  (nothing secret)
    comments = []
    for _number in range(30):
        parent = chance.choice([None, *comments])
        status = chance.choice(list(CommentStatus))
        comments.append(make_comment(post, status=status, parent=parent))
    changed = chance.sample(comments, 12)
    for comment in changed:
        status = chance.choice([CommentStatus.PUBLISHED, CommentStatus.SPAM])
        Comment.objects.filter(pk=comment.pk).update(status=status, removed_by="")
    settle_many({comment.parent_id for comment in changed if comment.parent_id})
    together = kept(*comments)
    settle_page(post.pk)
    assert together == kept(*comments)


def test_a_chain_that_is_hidden_at_once_is_settled_in_few_statements(
    post, django_assert_max_num_queries
):
    chain = [make_comment(post)]
    for _number in range(40):
        chain.append(make_comment(post, parent=chain[-1]))
    Comment.objects.update(status=CommentStatus.SPAM)
    with django_assert_max_num_queries(8):
        settle_many({comment.parent_id for comment in chain if comment.parent_id})
    assert kept(*chain) == [False] * 41
