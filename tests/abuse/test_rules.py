"""What a raid switch, a closed newsroom and a check that asks for a person do, seen by readers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import blocks, moderation, raids, receipts
from comments.blocks import Entry
from comments.models import Comment, CommentSettings, ModerationMode, Raid
from comments.states import CommentStatus
from tests.comments.factories import make_ruling, make_user
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def raided(newsroom, post):
    publish_what_is_clean(newsroom)
    raids.start(post, hours=1, user=make_user())
    return post


def test_in_a_raid_everything_is_held(client, raided):
    assert send(client, raided).status_code == 303
    assert Comment.objects.get().status == CommentStatus.PENDING


@pytest.mark.parametrize(
    "fields", [{"body": "See https://example.org now"}, {"website": "https://example.org"}]
)
def test_in_a_raid_links_go_back_with_their_words(client, raided, fields):
    answer = send(client, raided, **fields)
    assert answer.status_code == 422
    assert "example.org" in answer.content.decode()
    assert not Comment.objects.exists()


def test_in_a_raid_an_edit_brings_no_link_in(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post)
    secret = receipts.secret_of(Comment.objects.get())
    raids.start(post, hours=1, user=make_user())
    sent = {"body": "See https://example.org now"}
    edit = f"/comments/receipt/{secret}/edit/"
    assert client.post(edit, sent, headers=OWN_ORIGIN).status_code == 422
    assert Comment.objects.get().body == "I will come."


def test_a_raid_is_over_by_itself(client, raided):
    past = timezone.now() - timedelta(hours=1)
    Raid.objects.update(started_at=past - timedelta(hours=1), ends_at=past)
    send(client, raided)
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_a_closed_newsroom_takes_nothing_and_keeps_the_words(client, newsroom, post):
    settings = CommentSettings.for_site(newsroom.site)
    settings.moderation = ModerationMode.CLOSED
    settings.save()
    answer = send(client, post, body="Not a word is lost")
    assert answer.status_code == 403
    assert "Not a word is lost" in answer.content.decode()


def test_words_that_could_not_be_rendered_wait_for_a_person(client, newsroom, post, monkeypatch):
    publish_what_is_clean(newsroom)
    monkeypatch.setattr("comments.rendering.pipeline.parse", lambda text: 1 / 0)
    send(client, post)
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.PENDING
    assert "rendering" in {item["sign"] for item in comment.evidence}


@pytest.mark.parametrize("field", ["body", "name"])
def test_personal_data_is_warned_of_and_never_shows_unread(client, newsroom, post, field):
    publish_what_is_clean(newsroom)
    said = {field: "Ana 123-45-6789"}
    warned = send(client, post, **said)
    assert warned.status_code == 422
    assert not Comment.objects.exists()
    assert send(client, post, **said, personal_data="review").status_code == 303
    assert Comment.objects.get().status == CommentStatus.PENDING


def test_the_block_list_is_asked_on_a_comment_a_reply_and_an_edit(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post)
    first = Comment.objects.get()
    entry = Entry("phrase", blocks.value_of("phrase", "secret phrase"), "secret phrase", "a wave")
    blocks.add(entry, expires_at=None, user=make_user())
    said = "A secret phrase here."
    send(client, post, body=said)
    send(client, post, body=f"{said} Again.", parent=first.pk)
    edit = f"/comments/receipt/{receipts.secret_of(first)}/edit/"
    client.post(edit, {"body": f"{said} At last."}, headers=OWN_ORIGIN)
    assert list(Comment.objects.published()) == [first]
    assert Comment.objects.get(pk=first.pk).body == "I will come."
    assert first.versions.get().state == "waiting"


def test_a_reply_to_what_is_held_by_then_is_refused_with_its_words(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post)
    Comment.objects.update(status=CommentStatus.PENDING)
    parent = Comment.objects.get().pk
    answer = send(client, post, body="Not a word is lost", parent=parent)
    assert answer.status_code == 400
    assert "Not a word is lost" in answer.content.decode()


def send_and_be_approved(client, post, **fields):
    """The secret of a first comment that a person approved."""
    secret = send(client, post, **fields).url.split("/")[-2]
    comment = receipts.find(secret)
    moderation.approve(comment.pk, make_ruling(comment, make_user()))
    return secret


@pytest.mark.parametrize("action", [CommentStatus.SPAM, CommentStatus.REMOVED])
def test_whoever_was_removed_once_is_read_first(client, newsroom, post, action):
    removed_by = "administrator" if action == CommentStatus.REMOVED else ""
    secret = send_and_be_approved(client, post)
    send(client, post, body="Known by the receipt.", receipt=secret)
    assert Comment.objects.published().count() == 2
    Comment.objects.filter(body="Known by the receipt.").update(
        status=action, removed_by=removed_by
    )
    send(client, post, body="After the removal.", receipt=secret)
    assert Comment.objects.get(body="After the removal.").status == CommentStatus.PENDING


def test_a_typed_name_and_address_of_somebody_known_earn_nothing(client, newsroom, post):
    secret = send_and_be_approved(client, post, email="ana@example.org", notify="replies")
    send(client, post, body="Me again.", email="ana@example.org", notify="replies")
    assert Comment.objects.get(body="Me again.").status == CommentStatus.PENDING
    send(client, post, body="Me with a receipt.", receipt=secret)
    assert Comment.objects.get(body="Me with a receipt.").status == CommentStatus.PUBLISHED
