import pytest
from django.db import connection
from django.utils import timezone

from comments import irreversible, moderation, search, threads
from comments.irreversible import files
from comments.irreversible.purging import number_left, purge
from comments.models import (
    Cluster,
    Comment,
    Explanation,
    ModerationEvent,
    ModeratorNote,
    SenderKey,
    SpamLabel,
    Thread,
    Writer,
)
from comments.moderation import Seen
from comments.states import CommentStatus, RemovedBy
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling
from tests.comments.irreversible.wishes import ask
from tests.comments.moderation_queue.staff import make_moderator
from tests.comments.notifications.people import make_subscription

GONE = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)


def seen(*comments):
    return [Seen(each.pk, each.events.latest("pk").pk) for each in comments]


def purge_all(root, *comments):
    purge(seen(*comments), administrator=root)


def exists(comment):
    return Comment.objects.filter(pk=comment.pk).exists()


@pytest.mark.parametrize("status", GONE)
def test_what_nobody_answered_is_gone_with_its_row(root, post, status):
    comment, other = make_comment(post, status=status), make_comment(post, status=status)
    purge_all(root, comment)
    assert not exists(comment)
    assert exists(other)


def test_the_events_stay(root, post):
    comment = make_comment(post, status="spam")
    purge_all(root, comment)
    assert ModerationEvent.objects.filter(comment_id=comment.pk).count() == 1


def test_all_that_was_said_about_it_goes(root, post):
    ana = make_moderator()
    comment = make_comment(post)
    make_report(comment)
    ModeratorNote.objects.create(comment=comment, words="a note")
    SenderKey.objects.create(comment=comment, key="x", day=timezone.localdate())
    event = moderation.trash(comment.pk, make_ruling(comment, ana))
    Explanation.objects.create(event=event, words="because")
    purge_all(root, comment)
    for model in (ModeratorNote, SenderKey, Explanation, SpamLabel):
        assert not model.objects.exists()
    assert not comment.reports.exists()


def test_an_answer_that_stays_keeps_its_place(root, post):
    first = make_comment(post, "secret", status="removed", author_name="Otto")
    answer = make_comment(post, parent=first)
    purge_all(root, first)
    answer.refresh_from_db()
    first.refresh_from_db()
    assert (answer.parent_id, answer.root_id) == (first.pk, first.pk)
    assert (first.body, first.body_html, first.author_name) == ("", "", "")
    assert (first.status, first.removed_by) == ("removed", RemovedBy.ADMINISTRATOR)


def test_nothing_personal_stays_in_a_bare_place(root, post):
    writer = Writer.objects.create(email_digest="of an address")
    first = make_comment(
        post,
        "secret",
        status="spam",
        author_email="o@example.org",
        author_website="https://o.example",
        writer=writer,
        evidence=[{"sign": "blocked", "detail": "secret"}],
    )
    make_comment(post, parent=first)
    make_report(first, words="secret")
    make_subscription(post, comment=first, topic="replies")
    ModeratorNote.objects.create(comment=first, words="secret")
    SenderKey.objects.create(comment=first, key="x", day=timezone.localdate())
    purge_all(root, first)
    first.refresh_from_db()
    assert (first.author_email, first.author_website, first.evidence) == ("", "", [])
    for hanging in (first.reports, first.notes, first.subscriptions, first.versions):
        assert not hanging.exists()
    assert not SenderKey.objects.exists()
    assert not Writer.objects.exists()


def test_a_writer_stays_who_has_said_something_else(root, post):
    writer = Writer.objects.create()
    comment = make_comment(post, writer=writer, status="spam")
    make_comment(post, writer=writer)
    purge_all(root, comment)
    assert Writer.objects.get() == writer


def test_a_conversation_that_is_wanted_as_a_whole_goes_as_a_whole(root, post):
    first = make_comment(post, status="removed")
    second = make_comment(post, parent=first, status="trashed")
    third = make_comment(post, parent=second, status="spam")
    purge_all(root, first, second, third)
    assert not Comment.objects.exists()


def test_of_a_conversation_stays_what_leads_to_an_answer_that_stays(root, post):
    first = make_comment(post, status="removed")
    second = make_comment(post, parent=first, status="removed")
    leaf = make_comment(post, parent=first, status="removed")
    answer = make_comment(post, parent=second)
    purge_all(root, first, second, leaf)
    assert set(Comment.objects.all()) == {first, second, answer}
    assert not Comment.objects.filter(pk__in=[first.pk, second.pk]).exclude(body="").exists()


def test_a_bare_place_goes_once_nothing_hangs_on_it(root, post):
    first = make_comment(post, status="trashed")
    answer = make_comment(post, parent=first, status="spam")
    purge_all(root, first)
    purge_all(root, answer)
    purge_all(root, first)
    assert not Comment.objects.exists()


def test_what_it_answered_shows_or_not_as_before_any_answer(root, post):
    first = make_comment(post, status="trashed")
    answer = make_comment(post, parent=first, status="removed")
    assert Comment.objects.get(pk=first.pk).shows
    purge_all(root, answer)
    assert not Comment.objects.get(pk=first.pk).shows


def test_the_pages_thread_has_a_new_version(root, post):
    comment = make_comment(post, status="removed")
    threads.visible_thread(post)
    purge_all(root, comment)
    assert Thread.objects.get(page=post).version > 0


@pytest.mark.parametrize("status", ["published", "pending"])
def test_what_is_in_sight_is_trashed_first_and_that_is_logged(root, post, status):
    first = make_comment(post, status=status)
    make_comment(post, parent=first)
    purge_all(root, first)
    first.refresh_from_db()
    event = first.events.latest("pk")
    assert (first.status, first.body) == ("trashed", "")
    assert (event.action, event.actor) == ("trash", root)


def test_what_something_happened_to_meanwhile_is_left_alone(root, post):
    comment = make_comment(post, "stays", status="spam")
    wanted = seen(comment)
    moderation.approve(comment.pk, make_ruling(comment, make_moderator()))
    purge(wanted, administrator=root)
    comment.refresh_from_db()
    assert (comment.status, comment.body) == ("published", "stays")
    assert number_left(wanted) == 1


def test_what_is_done_twice_is_done_once(root, post):
    first = make_comment(post, status="trashed")
    make_comment(post, parent=first)
    wanted = seen(first)
    for _time in range(2):
        purge(wanted, administrator=root)
    assert (number_left(wanted), Comment.objects.count()) == (0, 2)


def test_sketches_that_nothing_is_like_any_more_go(root, post):
    cluster = Cluster.objects.create(sketch=b"x", last_seen_at=timezone.now())
    purge_all(root, make_comment(post, status="spam", cluster=cluster))
    assert not Cluster.objects.exists()


def test_the_words_are_in_no_table(root, post):
    """Every text column of every table of ours."""
    writer = Writer.objects.create()
    first = make_comment(post, "zanzibarzq", author_name="Zanzibarzq", writer=writer)
    moderation.trash(first.pk, make_ruling(first, make_moderator()))
    make_comment(post, parent=first)
    purge_all(root, first)
    for _minute in range(3):  # the worker's clock
        search.erase_leftovers()
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names() if t.startswith("comments_")]
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (our own tables)
            assert "zanzibarzq" not in str(cursor.fetchall()).lower(), table


@pytest.mark.parametrize("is_answered", [False, True])
def test_an_export_that_holds_it_goes_and_that_of_another_stays(root, post, is_answered):
    comment = make_comment(post)
    if is_answered:
        make_comment(post, parent=comment)
    act, other = (ask(root, each, kind="export") for each in (comment, make_comment(post)))
    for each in (act, other):
        files.write(each, ["words"])
    purge_all(root, comment)
    assert not irreversible.is_there(act)
    assert irreversible.is_there(other)


def test_an_export_stays_where_something_happened_to_the_comment_meanwhile(root, post):
    comment = make_comment(post)
    act, before = ask(root, comment, kind="export"), seen(comment)
    files.write(act, ["words"])
    moderation.hold(comment.pk, make_ruling(comment, root))
    purge(before, administrator=root)
    assert irreversible.is_there(act)
