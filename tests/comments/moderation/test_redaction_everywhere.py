import pytest

from comments import archive, clusters, moderation, threads
from comments.archive import ArchivedComment
from comments.learning import labels
from comments.models import (
    Appeal,
    Cluster,
    ClusterBand,
    Comment,
    LinkedHost,
    SpamFilter,
    SpamLabel,
    Thread,
    VersionState,
)
from comments.moderation import Blackout
from comments.moderation.blackening import BLACK
from comments.spam.features import featurise
from comments.spam.reading import read
from comments.states import CommentStatus, Reason
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment, make_ruling
from tests.comments.moderation.redacting import BODY, everything, keep_version, redact


def test_readers_see_it_on_the_next_request(client, post, moderator):
    comment = make_comment(post, BODY)
    version = Thread.objects.filter(page=post).values_list("version", flat=True).first() or 0
    redact(comment, moderator)
    html = client.get(post.url).content.decode()
    assert "0134" not in html
    assert BLACK in html
    assert Thread.objects.get(page=post).version > version
    [entry] = threads.visible_thread(post).entries
    assert not entry.sentence


def test_links_go_with_their_addresses(post, moderator):
    comment = make_comment(post, "[call](https://x.example/555-0134) or https://y.example/5550134")
    assert "0134" in comment.body_html
    redact(comment, moderator)
    assert "0134" not in comment.body_html


def test_every_version_is_blacked_out(post, moderator):
    comment = make_comment(post, "Call Ana.")
    keep_version(comment, "Call 555-0134.", evidence=[{"sign": "words", "detail": "555-0134"}])
    keep_version(comment, "Call **555**-0134!", VersionState.WAITING)
    redact(comment, moderator)
    said = [
        (version.body, version.body_html, version.evidence) for version in comment.versions.all()
    ]
    assert "0134" not in str(said)
    assert str(said).count(BLACK) >= 4


def test_evidence_quotes_it_no_more(post, moderator):
    evidence = [
        {"sign": "terms", "detail": "march, 555-0134"},
        {"sign": "new_hosts", "detail": "x.example, other.example"},
        {"sign": "words", "detail": "ana, everybody"},
        {"sign": "personal_data", "detail": "phone"},
        {"sign": "duplicate", "detail": "34"},
        "broken",
    ]
    comment = make_comment(post, BODY + " http://x.example/ana", evidence=evidence)
    words = ("555-0134", "http://x.example/ana", "my phone", "Call Ana at")
    redact(comment, moderator, Blackout(words=words))
    assert comment.evidence == [
        {"sign": "terms", "detail": f"march, {BLACK}"},
        {"sign": "new_hosts", "detail": f"{BLACK}, other.example"},
        {"sign": "words", "detail": f"{BLACK}, everybody"},
        {"sign": "personal_data", "detail": "phone"},
        {"sign": "duplicate", "detail": "34"},
    ]


def test_what_was_noted_beside_it_quotes_it_no_more(post, moderator):
    comment = make_comment(post, BODY)
    comment.notes.create(words="Who is 555-0134?", author=moderator)
    make_report(comment, words="5550134 is my number")
    ruling = make_ruling(
        comment, moderator, reason=Reason.PRIVACY, explanation="555-0134 is a number."
    )
    event = moderation.remove(comment.pk, ruling)
    Appeal.objects.create(
        comment=comment, event=event, statement="555-0134 is mine", words="", due_at=SAID_AT
    )
    redact(comment, moderator)
    assert not [row for row in everything() if "555-0134" in row or "5550134" in row]


def test_nothing_of_the_words_is_left_in_any_table(post, moderator):
    word = "xylophonestreet"
    comment = make_comment(
        post, f"They live in {word} 5, see [it](https://x.example/{word}).", receipt_digest="x"
    )
    keep_version(comment, f"In {word.upper()} they live.")
    clusters.join(comment, comment.body, now=SAID_AT)
    moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    redact(comment, moderator, Blackout(words=(word,)))
    assert not [row for row in everything() if word in row.lower()]


def test_imported_comments_are_blacked_out_as_html(post, moderator):
    comment = archive.add(
        ArchivedComment(
            page_id=post.pk,
            parent_id=None,
            author_name="Ana",
            body_html='<b>Call</b> <a href="https://x.example/5550134">555<i>-0134</i></a>',
            created_at=SAID_AT,
            status=CommentStatus.PUBLISHED,
        )
    )
    redact(comment, moderator)
    assert "0134" not in comment.body + comment.body_html
    assert "<strong>Call</strong>" in comment.body_html
    assert archive.was_decided_here(comment.pk)  # so that another import does not bring it back


def test_what_is_alike_is_known_by_what_is_left(post, moderator):
    comment = make_comment(post, BODY)
    clusters.join(comment, comment.body, now=SAID_AT)
    before = bytes(Cluster.objects.get().sketch)
    redact(comment, moderator, Blackout(words=("the march on Saturday, everybody",)))
    after = Cluster.objects.get()
    assert comment.cluster == after
    assert bytes(after.sketch) != before


def test_those_left_behind_are_known_by_words_of_their_own(post, moderator):
    comment, other = make_comment(post, BODY), make_comment(post, BODY.replace("0134", "0135"))
    for each in (comment, other):
        clusters.join(each, each.body, now=SAID_AT)
    assert Cluster.objects.count() == 1
    sketches = [bytes(Cluster.objects.get().sketch)]
    redact(comment, moderator, Blackout(words=(BODY[:60],)))
    other.refresh_from_db()
    assert bytes(other.cluster.sketch) not in sketches
    assert ClusterBand.objects.filter(cluster=other.cluster).exists()
    assert clusters.find(other.body, now=SAID_AT).cluster == other.cluster


def test_what_was_learned_is_learned_from_what_is_left(post, moderator):
    comment = make_comment(post, BODY + " https://x.example/")
    moderation.mark_spam(comment.pk, make_ruling(comment, moderator))
    changes = SpamFilter.objects.get().labels_changed
    redact(comment, moderator, Blackout(words=("https://x.example/", "555-0134")))
    label = SpamLabel.objects.get()
    expected = featurise(read(comment.body))
    assert list(labels.unpack(bytes(label.features)).index) == list(expected.index)
    assert not LinkedHost.objects.exists()
    assert label.is_spam
    assert SpamFilter.objects.get().labels_changed == changes + 1


@pytest.mark.parametrize("evidence", [None, "x", {"a": 1}, [{"sign": ["links"]}]])
def test_a_broken_row_of_evidence_stops_nothing(post, moderator, evidence):
    comment = make_comment(post, BODY)
    if evidence is not None:
        Comment.objects.filter(pk=comment.pk).update(evidence=evidence)
    redact(comment, moderator)
    assert comment.evidence == []
