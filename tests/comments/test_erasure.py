import pytest
from wagtail.models import Page, PageLogEntry

from comments import erasure, irreversible
from comments.irreversible import files
from comments.models import Cluster, Comment, Explanation, ModerationEvent
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.irreversible.wishes import ask
from tests.comments.moderation_queue.staff import make_administrator
from tests.pages import make_post


@pytest.fixture
def thread(post):
    """A comment, an answer to it, and one that waits."""
    first = make_comment(post)
    return [first, make_comment(post, parent=first), make_comment(post, status="pending")]


def test_all_comments_of_a_tree_count_in_every_status(newsroom, post):
    for status in CommentStatus:
        make_comment(post, status=status)
    assert erasure.comments_in_tree(newsroom.home).count() == len(CommentStatus)
    assert erasure.comments_in_tree(make_post(newsroom, title="Another")).count() == 0


def test_page_and_comments_go_together(newsroom, post, thread):
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=3)
    assert not Comment.objects.exists()
    assert not Page.objects.filter(pk=post.pk).exists()


def test_no_sketch_of_their_words_stays(newsroom, post, thread):
    alone, shared = (Cluster.objects.create(sketch=b"of the words") for _ in range(2))
    make_comment(make_post(newsroom, title="Another"), cluster=shared)
    for comment, cluster in zip(thread, (alone, shared, shared), strict=True):
        Comment.objects.filter(pk=comment.pk).update(cluster=cluster)
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=3)
    assert Cluster.objects.get() == shared


def test_a_whole_tree_goes_with_its_comments(newsroom, post, thread):
    make_comment(make_post(newsroom, title="Another"))
    index = newsroom.index
    erasure.delete_with_comments(index, administrator=make_administrator(), expected_count=4)
    assert not Page.objects.descendant_of(newsroom.home).exists()


def test_events_outlive_the_comments(post, thread):
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=3)
    assert ModerationEvent.objects.count() == 3
    assert not Comment.objects.exists()


def test_what_authors_were_told_goes_with_the_comments(post, thread):
    for comment in thread:
        Explanation.objects.create(event=comment.events.get(), words="You named somebody.")
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=3)
    assert not Explanation.objects.exists()


def test_the_deletion_is_logged_under_the_administrators_name(post, thread):
    root = make_administrator()
    erasure.delete_with_comments(post, administrator=root, expected_count=3)
    assert PageLogEntry.objects.get(page=post.pk, action="wagtail.delete").user == root


@pytest.mark.parametrize("count", [0, 2, 4])
def test_a_wrong_count_deletes_nothing(post, thread, count):
    with pytest.raises(erasure.CountDiffers) as differs:
        erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=count)
    assert differs.value.count == 3
    assert Comment.objects.count() == 3
    assert Page.objects.filter(pk=post.pk).exists()


def test_answers_keep_what_they_answer_when_nothing_is_deleted(post, thread):
    with pytest.raises(erasure.CountDiffers):
        erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=1)
    assert Comment.objects.get(pk=thread[1].pk).parent == thread[0]


def test_exports_that_hold_their_words_go_with_them(post, thread, settings, tmp_path):
    settings.DATA_DIR, root = tmp_path, make_administrator()
    act = ask(root, thread[1], kind="export")
    files.write(act, ["words"])
    with pytest.raises(erasure.CountDiffers):
        erasure.delete_with_comments(post, administrator=root, expected_count=1)
    assert irreversible.is_there(act)
    erasure.delete_with_comments(post, administrator=root, expected_count=3)
    assert not irreversible.is_there(act)
