import pytest

from comments import moderation
from comments.models import BulkItem, BulkJob, Cluster, Comment, Explanation, Thread
from comments.moderation import NothingToRestore, TransitionNotAllowed
from comments.states import Action, CommentStatus, Reason, RemovedBy
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment, make_ruling


def withdraw(comment, *, keeps_name=False):
    event = moderation.withdraw(comment.pk, keeps_name=keeps_name)
    comment.refresh_from_db()
    return event


def test_what_was_public_leaves_the_authors_tombstone(post):
    comment = make_comment(post)
    withdraw(comment)
    assert (comment.status, comment.removed_by) == (CommentStatus.REMOVED, RemovedBy.AUTHOR)


def test_so_does_what_was_public_once_and_is_held_again(post, moderator):
    comment = make_comment(post)
    moderation.hold(comment.pk, make_ruling(comment, moderator))
    withdraw(comment)
    assert comment.removed_by == RemovedBy.AUTHOR


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.SPAM])
def test_what_never_was_public_leaves_no_trace(post, status):
    comment = make_comment(post, status=status)
    withdraw(comment)
    assert comment.status == CommentStatus.TRASHED


def test_an_administrators_removal_stays_one_and_the_words_go(post, moderator):
    comment = make_comment(post)
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    withdraw(comment)
    assert (comment.removed_by, comment.body) == (RemovedBy.ADMINISTRATOR, "")


def test_nothing_of_the_words_stays(post):
    comment = make_comment(
        post,
        "Unmistakable",
        author_website="https://unmistakable.example",
        evidence=[{"sign": "words", "detail": "Unmistakable"}],
        body_digest="unmistakable",
    )
    withdraw(comment)
    assert "nmistakable" not in repr(Comment.objects.values().get())
    assert comment.author_name == ""


def test_nothing_is_like_words_that_are_gone(post):
    comment = make_comment(post, cluster=Cluster.objects.create(sketch=b"of the words"))
    withdraw(comment)
    assert comment.cluster is None
    assert not Cluster.objects.exists()


def test_the_name_stays_when_the_author_keeps_it(post):
    comment = make_comment(post)
    withdraw(comment, keeps_name=True)
    assert comment.author_name == "Ana"


def test_the_second_time_nothing_happens(post):
    comment = make_comment(post)
    assert withdraw(comment).action == Action.WITHDRAW
    assert withdraw(comment) is None


def test_a_name_that_was_kept_may_still_go(post):
    comment = make_comment(post)
    withdraw(comment, keeps_name=True)
    version = Thread.objects.get(page=post).version
    withdraw(comment)
    assert comment.author_name == ""
    assert Thread.objects.get(page=post).version > version


def test_no_moderator_brings_it_back(post, moderator):
    comment = make_comment(post)
    event = withdraw(comment)
    with pytest.raises(TransitionNotAllowed):
        moderation.undo(event.pk, moderator=moderator)
    with pytest.raises(NothingToRestore):
        moderation.restore(comment.pk, make_ruling(comment, moderator))


def test_what_a_moderator_told_the_author_goes_along(post, moderator):
    comment, other = make_comment(post), make_comment(post)
    for each in (comment, other):
        ruling = make_ruling(each, moderator, reason=Reason.ABUSE, explanation="You wrote: x.")
        moderation.remove(each.pk, ruling)
    moderation.withdraw(comment.pk, keeps_name=False)
    assert Explanation.objects.get().event.comment_id == other.pk


def test_what_others_wrote_about_it_goes_with_its_words(post, moderator):
    comment = make_comment(post)
    comment.notes.create(words="They said Unmistakable.", author=moderator)
    make_report(comment, words="Unmistakable is my name")
    ended = BulkJob.objects.create(
        action=Action.REMOVE, moderator=moderator, explanation="Unmistakable", ended_at=SAID_AT
    )
    BulkItem.objects.create(job=ended, comment_id=comment.pk, seen_event_id=1)
    withdraw(comment)
    ended.refresh_from_db()
    assert not comment.notes.exists()
    assert [report.words for report in comment.reports.all()] == [""]
    assert ended.explanation == ""
