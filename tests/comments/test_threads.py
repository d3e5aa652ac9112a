import pytest

from comments import conf, moderation, threads
from comments.models import Comment
from comments.states import CommentStatus, RemovedBy
from comments.threads import counts_for, visible_thread
from tests.comments.factories import make_comment, make_ruling
from tests.pages import make_post

HIDDEN = [CommentStatus.PENDING, CommentStatus.SPAM, CommentStatus.TRASHED]


def sentences(entries):
    return [str(entry.sentence) for entry in entries]


def test_published_comments_show_oldest_first(post):
    second = make_comment(post, created_at="2012-02-02T00:00Z")
    first = make_comment(post, created_at="2012-02-01T00:00Z")
    assert [entry.comment for entry in visible_thread(post).entries] == [first, second]


@pytest.mark.parametrize(
    ("removed_by", "sentence"),
    [
        (RemovedBy.ADMINISTRATOR, "This comment has been removed by a blog administrator."),
        (RemovedBy.AUTHOR, "This comment has been removed by the author."),
        (RemovedBy.UNKNOWN, "This comment has been removed."),
    ],
)
def test_a_removed_comment_leaves_its_exact_tombstone_and_counts(post, removed_by, sentence):
    make_comment(post, status=CommentStatus.REMOVED, removed_by=removed_by)
    thread = visible_thread(post)
    assert sentences(thread.entries) == [sentence]
    assert thread.entries[0].is_named
    assert thread.count == 1


@pytest.mark.parametrize("status", HIDDEN)
def test_a_hidden_comment_neither_shows_nor_counts(post, status):
    make_comment(post, status=status)
    assert visible_thread(post).entries == []
    assert visible_thread(post).count == 0


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (CommentStatus.PENDING, "This comment is awaiting moderation."),
        (CommentStatus.SPAM, "This comment has been removed."),
        (CommentStatus.TRASHED, "This comment has been removed."),
    ],
)
def test_a_hidden_comment_with_a_visible_reply_keeps_a_nameless_place(post, status, sentence):
    hidden = make_comment(post, status=status)
    reply = make_comment(post, parent=hidden)
    thread = visible_thread(post)
    assert sentences(thread.entries) == [sentence]
    assert not thread.entries[0].is_named
    assert [entry.comment for entry in thread.entries[0].replies] == [reply]
    assert thread.count == 2


def test_a_hidden_chain_shows_only_when_something_below_it_does(post):
    top = make_comment(post, status=CommentStatus.SPAM)
    middle = make_comment(post, status=CommentStatus.TRASHED, parent=top)
    make_comment(post, status=CommentStatus.PENDING, parent=middle)
    assert visible_thread(post).count == 0
    make_comment(post, parent=middle)
    assert visible_thread(post).count == 3


def test_only_a_published_comment_can_be_answered(post):
    make_comment(post)
    make_comment(post, status=CommentStatus.REMOVED)
    entries = visible_thread(post).entries
    assert sorted(entry.can_be_answered for entry in entries) == [False, True]


def make_chain(post, length):
    comment = None
    for _number in range(length):
        comment = make_comment(post, parent=comment)
    return comment


def depth_of(entries):
    return 1 + max((depth_of(entry.replies) for entry in entries), default=0) if entries else 0


def test_a_long_chain_of_replies_is_flattened_and_says_whom_it_answers(post):
    last = make_chain(post, 8)
    entries = visible_thread(post).entries
    assert depth_of(entries) == conf.MAX_INDENT + 1
    flat = entries[0].replies[0].replies[0].replies
    assert flat[-1].comment == last
    assert flat[0].answers is None
    assert flat[-1].answers.comment == last.parent


def test_two_hundred_replies_in_a_chain_cost_one_query(post, django_assert_num_queries):
    make_chain(post, 200)
    with django_assert_num_queries(1):
        thread = visible_thread(post)
    assert thread.count == 200
    assert depth_of(thread.entries) == conf.MAX_INDENT + 1


def test_the_words_of_tombstones_are_never_loaded(post):
    make_comment(post, "secret", status=CommentStatus.REMOVED)
    entry = visible_thread(post).entries[0]
    assert "body" in entry.comment.get_deferred_fields()


def test_an_alias_shows_the_thread_of_its_original(newsroom, post):
    make_comment(post)
    alias = post.create_alias(parent=newsroom.index, update_slug="alias")
    thread = visible_thread(alias)
    assert (thread.count, thread.page.pk) == (1, post.pk)


def test_the_counts_of_a_list_are_those_of_the_threads(
    newsroom, post, django_assert_max_num_queries
):
    other, silent = make_post(newsroom, "Other"), make_post(newsroom, "Silent")
    for status in CommentStatus:
        hidden = make_comment(post, status=status)
        make_comment(post, status=CommentStatus.SPAM, parent=hidden)
        make_comment(other, parent=make_comment(other, status=status))
    chain = make_comment(post, status=CommentStatus.SPAM)
    make_comment(post, parent=make_comment(post, status=CommentStatus.TRASHED, parent=chain))
    alias = post.create_alias(parent=newsroom.index, update_slug="alias")
    with django_assert_max_num_queries(3):
        counts = counts_for([post, other, silent, alias])
    for page in (post, other, silent, alias):
        assert counts.get(page.pk, 0) == visible_thread(page).count


def test_removed_comment_keeps_its_replies_visible(post, moderator):
    parent = make_comment(post)
    make_comment(post, parent=parent)
    moderation.remove(parent.pk, make_ruling(parent, moderator, reason="off_topic"))
    assert visible_thread(post).count == 2
    assert Comment.objects.count() == 2


def test_every_remover_has_a_tombstone():
    assert set(threads.TOMBSTONES) == set(RemovedBy)
