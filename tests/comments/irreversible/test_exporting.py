import json

import pytest

from comments import irreversible, moderation
from comments.irreversible import exporting
from comments.models import CommentVersion, Explanation, ModeratorNote, SenderKey, Writer
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.comments.irreversible.wishes import due
from tests.comments.moderation_queue.staff import make_moderator
from tests.comments.notifications.people import make_subscription


def exported(root, *comments):
    act = due(root, *comments, kind="export")
    irreversible.carry_out_due()
    return json.loads(irreversible.collect(act))["comments"]


def test_an_export_holds_all_that_is_held_about_a_comment(root, post):
    ana = make_moderator("a-moderator")
    writer = Writer.objects.create(email_digest="of an address")
    comment = make_comment(post, "Señor <b>", author_email="o@example.org", writer=writer)
    SenderKey.objects.create(comment=comment, key="of today", day=SAID_AT.date())
    versions = {"comment": comment, "state": "replaced", "settled_at": SAID_AT}
    CommentVersion.objects.create(body="before", written_at=SAID_AT, **versions)
    make_subscription(post, comment=comment, topic="replies", email="n@example.org")
    event = moderation.trash(comment.pk, make_ruling(comment, ana))
    Explanation.objects.create(event=event, words="because")
    [row] = exported(root, comment)
    assert (row["id"], row["body"], row["author_email"]) == (
        comment.pk,
        "Señor <b>",
        "o@example.org",
    )
    assert (row["writer__email_digest"], row["sender_key__key"]) == ("of an address", "of today")
    assert row["versions"][0]["body"] == "before"
    assert row["subscriptions"][0]["email"] == "n@example.org"
    assert [event["action"] for event in row["events"]] == ["submit", "trash"]
    assert row["events"][1]["explanation__words"] == "because"


def test_an_export_names_no_moderator_and_tells_nobody_elses_words(root, post):
    ana = make_moderator("a-moderator")
    comment = make_comment(post)
    make_report(comment, words="he lives next door", reporter_key="key of the reporter")
    ModeratorNote.objects.create(comment=comment, author=ana, words="watch out")
    moderation.trash(comment.pk, make_ruling(comment, ana))
    rows = exported(root, comment)
    assert len(rows[0]["reports"]) == 1
    for secret in ("a-moderator", "next door", "watch out", "key of the reporter"):
        assert secret not in json.dumps(rows)


def test_an_export_leaves_the_comments_alone_and_holds_no_others(root, post):
    comment, other = make_comment(post), make_comment(post)
    rows = exported(root, comment)
    assert [row["id"] for row in rows] == [comment.pk]
    other.refresh_from_db()
    comment.refresh_from_db()
    assert comment.body


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_a_long_export_is_made_in_pieces(monkeypatch, root, post, at_once):
    monkeypatch.setattr(exporting, "AT_ONCE", at_once)
    comments = {make_comment(post).pk for _ in range(3)}
    rows = exported(root, *post.reader_comments.all())
    assert {row["id"] for row in rows} == comments


def test_what_is_gone_meanwhile_makes_an_empty_export(root, post):
    comment = make_comment(post)
    act = due(root, comment, kind="export")
    comment.delete()
    irreversible.carry_out_due()
    assert json.loads(irreversible.collect(act)) == {"comments": []}
