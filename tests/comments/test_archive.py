from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import strip_tags

from comments import archive, intake, moderation
from comments.archive import ArchivedComment, ParentLoop, Placed
from comments.models import Comment, ModerationEvent, Thread
from comments.states import Action, CommentStatus, RemovedBy
from tests.comments.factories import make_ruling, make_submission
from tests.pages import make_post

THEN = datetime(2010, 11, 8, 16, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def archived(page, **fields):
    honest = {
        "page_id": page.pk,
        "parent_id": None,
        "author_name": "Bea",
        "body_html": "A <b>real</b> comment<script>x()</script>",
        "created_at": THEN,
        "status": CommentStatus.PUBLISHED,
    }
    return ArchivedComment(**(honest | fields))


def test_an_imported_comment_keeps_date_state_and_anchor(post):
    comment = archive.add(archived(post, legacy_anchor="c301", is_post_author=True))
    comment.refresh_from_db()
    assert (comment.created_at, comment.status) == (THEN, CommentStatus.PUBLISHED)
    assert (comment.legacy_anchor, comment.is_post_author) == ("c301", True)


def test_what_a_filter_found_comes_in_as_the_queue_reads_it(post):
    comment = archive.add(archived(post, evidence=(("links", "2"),)))
    comment.refresh_from_db()
    assert comment.evidence == [{"sign": "links", "detail": "2"}]


def test_imported_html_is_sanitised(post):
    assert archive.add(archived(post)).body_html == "<p>A <strong>real</strong> comment</p>"


def test_the_log_begins_with_the_import(post):
    archive.add(archived(post))
    event = ModerationEvent.objects.get()
    assert (event.action, event.from_status, event.to_status) == (Action.IMPORT, "", "published")
    assert Thread.objects.get(page=post).version == 1


def test_a_tombstone_comes_in_with_who_removed_it(post):
    comment = archive.add(
        archived(
            post,
            body_html="",
            status=CommentStatus.REMOVED,
            removed_by=RemovedBy.ADMINISTRATOR,
        )
    )
    assert ModerationEvent.objects.get().removed_by == comment.removed_by == "administrator"


def test_a_tombstone_without_a_remover_is_refused_by_the_database(post):
    with pytest.raises(IntegrityError), transaction.atomic():
        archive.add(archived(post, status=CommentStatus.REMOVED))


def test_a_long_name_is_cut_to_what_fits(post):
    assert len(archive.add(archived(post, author_name="x" * 200)).author_name) == 80


def test_an_update_changes_words_but_never_the_status(post):
    comment = archive.add(archived(post))
    archive.update(comment.pk, archived(post, body_html="New", status=CommentStatus.SPAM))
    comment.refresh_from_db()
    assert (comment.body_html, comment.status) == ("<p>New</p>", CommentStatus.PUBLISHED)
    assert Thread.objects.get(page=post).version == 2


def test_a_decision_here_is_known(post, moderator):
    comment = archive.add(archived(post))
    assert not archive.was_decided_here(comment.pk)
    moderation.hold(comment.pk, make_ruling(comment, moderator))
    assert archive.was_decided_here(comment.pk)


def test_a_parent_that_comes_later_is_set_later(post):
    reply, parent = archive.add(archived(post)), archive.add(archived(post))
    archive.set_parent(reply.pk, parent.pk)
    assert Comment.objects.get(pk=reply.pk).parent == parent


def test_hanging_a_reply_gives_the_thread_a_new_version(post):
    reply, parent = archive.add(archived(post)), archive.add(archived(post))
    before = Thread.objects.get(page=post).version
    archive.set_parent(reply.pk, parent.pk)
    assert Thread.objects.get(page=post).version > before


def test_a_loop_of_parents_is_refused(post):
    one, two = archive.add(archived(post)), archive.add(archived(post))
    archive.set_parent(one.pk, two.pk)
    with pytest.raises(ParentLoop):
        archive.set_parent(two.pk, one.pk)


def test_a_parent_on_another_page_is_refused(newsroom, post):
    reply = archive.add(archived(post))
    elsewhere = archive.add(archived(make_post(newsroom, "Other")))
    with pytest.raises(Comment.DoesNotExist):
        archive.set_parent(reply.pk, elsewhere.pk)


def test_very_many_come_in_as_each_by_itself_would(post):
    patterns = [archived(post), archived(post, status=CommentStatus.PENDING)]
    first = Placed(pattern=0, page_id=post.pk, created_at=THEN)
    answer = Placed(pattern=0, page_id=post.pk, created_at=THEN + HOUR, answers=0)
    last = Placed(pattern=1, page_id=post.pk, created_at=THEN + 2 * HOUR, answers=1)
    archive.add_patterned(patterns, [first, answer, last])
    top, below, held = Comment.objects.oldest_first()
    assert (top.body_html, top.created_at) == ("<p>A <strong>real</strong> comment</p>", THEN)
    assert (below.parent, below.root, held.parent, held.root) == (top, top, below, top)
    assert [each.has_shown_reply for each in (top, below, held)] == [True, False, False]
    assert (held.status, Thread.objects.get(page=post).version) == ("pending", 1)
    events = ModerationEvent.objects.order_by("created_at")
    assert [(each.comment, each.to_status, each.created_at) for each in events] == [
        (each, each.status, each.created_at) for each in (top, below, held)
    ]


def test_what_visible_words_hang_below_shows_among_very_many_too(post):
    patterns = [archived(post, status=CommentStatus.SPAM), archived(post)]
    binned = Placed(pattern=0, page_id=post.pk, created_at=THEN)
    below = Placed(pattern=0, page_id=post.pk, created_at=THEN + HOUR, answers=0)
    shown = Placed(pattern=1, page_id=post.pk, created_at=THEN + 2 * HOUR, answers=1)
    archive.add_patterned(patterns, [binned, below, shown])
    assert [each.shows for each in Comment.objects.oldest_first()] == [True, True, True]


ALIKE = "<p>Win a <b>free</b> phone today,{} only at our great shop in town.</p>"


def cluster_of(comment):
    return Comment.objects.get(pk=comment.pk).cluster_id


def test_what_waits_is_put_with_what_is_alike_whichever_way_it_came(post):
    waiting = {"status": CommentStatus.PENDING}
    first = archive.add(archived(post, body_html=ALIKE.format(""), **waiting))
    second = archive.add(archived(post, body_html=ALIKE.format(" dear"), **waiting))
    two = [(archived(post, body_html=ALIKE.format("<br>"), **waiting), None)] * 2
    others = archive.add_many(two)
    assert cluster_of(first) is not None
    assert {cluster_of(each) for each in (second, *others)} == {cluster_of(first)}


def test_an_imported_comment_is_like_one_that_readers_typed(post, newsroom):
    words = strip_tags(ALIKE.format(""))
    sent = intake.submit_comment(make_submission(post, words, sent_at=timezone.now()), page=post)
    waiting = archived(post, body_html=ALIKE.format(""), status=CommentStatus.PENDING)
    assert cluster_of(archive.add(waiting)) == cluster_of(sent) is not None


def test_words_brought_up_to_date_while_they_wait_are_like_others(post):
    waiting = archived(post, status=CommentStatus.PENDING)
    comment, other = archive.add(waiting), archive.add(replace(waiting, body_html=ALIKE))
    assert cluster_of(comment) != cluster_of(other)
    archive.update(comment.pk, replace(waiting, body_html=ALIKE))
    assert cluster_of(comment) == cluster_of(other)


@pytest.mark.parametrize("status", [CommentStatus.PUBLISHED, CommentStatus.SPAM, "trashed"])
def test_what_was_decided_elsewhere_is_not_compared(post, status):
    assert cluster_of(archive.add(archived(post, status=status))) is None
