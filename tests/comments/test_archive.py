from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from comments import archive, moderation
from comments.archive import ArchivedComment, ParentLoop, Placed
from comments.models import Comment, ModerationEvent, Thread
from comments.states import Action, CommentStatus, RemovedBy
from tests.comments.factories import make_ruling
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
