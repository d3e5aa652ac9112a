"""Receipts of others, used twice, and comments moved to another place by an edit (35, 48)."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from comments import conf, receipts
from comments.models import Comment, ModerationEvent
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send
from tests.pages import make_post

pytestmark = pytest.mark.django_db

OF_A_RECEIPT = (
    "receipt",
    "receipt_qr",
    "receipt_edit",
    "receipt_withdraw",
    "receipt_notices",
)
FOREIGN = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}


def url(name, secret):
    return reverse(f"comments:{name}", args=[secret])


@pytest.fixture
def secret(client, post):
    """The receipt of a comment that waits."""
    send(client, post)
    return receipts.secret_of(Comment.objects.get())


def change(client, secret, **fields):
    sent = {"body": "Other words"} | fields
    return client.post(url("receipt_edit", secret), sent, headers=OWN_ORIGIN)


def take_back(client, secret, **fields):
    return client.post(url("receipt_withdraw", secret), fields, headers=OWN_ORIGIN)


def state():
    return [
        list(Comment.objects.order_by("pk").values()),
        list(ModerationEvent.objects.order_by("pk").values()),
    ]


# 35: secrets


def test_a_secret_has_256_bits_and_the_database_holds_none(client, secret):
    comment = Comment.objects.values().get()
    assert re.fullmatch(r"[0-9a-f]{64}", secret)
    assert secret not in str(comment)


def test_two_comments_never_share_a_secret(client, post):
    secrets = {send(client, post, body=f"Comment {n}.").url for n in range(20)}
    assert len(secrets) == 20


@pytest.mark.parametrize("name", OF_A_RECEIPT)
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_nothing_that_can_be_guessed_opens_a_receipt(client, post, secret, name, method):
    comment = Comment.objects.get()
    before = state()
    guesses = [
        comment.pk,
        comment.receipt_digest,
        comment.submission_key,
        secret[:-1],
        secret.upper() if secret.upper() != secret else "A" * 64,
        f"{secret}0",
        "0" * 64,
        "'or'1'='1",
        "%00",
    ]
    answers = set()
    for guess in guesses:
        sent = {"body": "x", "email": "a@b.example"}
        answer = getattr(client, method)(url(name, guess), sent, headers=OWN_ORIGIN)
        answers.add(answer.status_code)
    assert answers <= {404, 405}
    assert state() == before


def test_the_secret_of_one_comment_acts_on_no_other(client, post, secret):
    other = make_comment(post, "Mine.", status=CommentStatus.PENDING)
    change(client, secret, comment=other.pk, pk=other.pk, id=other.pk, comment_id=other.pk)
    take_back(client, secret, comment=other.pk, pk=other.pk, id=other.pk)
    other.refresh_from_db()
    assert (other.body, other.status) == ("Mine.", CommentStatus.PENDING)


def test_a_receipt_shows_nothing_of_another_comment(client, newsroom, post, secret):
    make_comment(post, "unutterable", author_name="Berenice", status=CommentStatus.PENDING)
    for name in OF_A_RECEIPT[:4]:
        html = client.get(url(name, secret)).content.decode()
        assert "unutterable" not in html
        assert "Berenice" not in html


def test_what_was_taken_back_can_neither_be_changed_nor_taken_back_again(client, secret):
    assert take_back(client, secret).status_code == 303
    before = state()
    assert change(client, secret).status_code == 403
    assert take_back(client, secret).status_code == 303
    assert state() == before
    assert Comment.objects.get().body == ""


def test_what_was_taken_back_is_in_no_table_any_more(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post, body="unutterable words", name="Berenice", website="https://unutter.example")
    secret = receipts.secret_of(Comment.objects.get())
    change(client, secret, body="Other unutterable words")
    change(client, secret, body="An unutterable online casino")
    assert Comment.objects.get().versions.count() == 2
    take_back(client, secret)
    tables = [model.objects.values() for model in apps.get_app_config("comments").get_models()]
    everything = str([list(rows) for rows in tables])
    assert "unutter" not in everything
    assert "Berenice" not in everything


def test_an_old_edit_form_that_is_sent_again_brings_nothing_back(client, newsroom, post, clock):
    publish_what_is_clean(newsroom)
    send(client, post)
    secret = receipts.secret_of(Comment.objects.get())
    assert change(client, secret, body="Second words").status_code == 303
    clock.shift(conf.EDIT_WINDOW)
    assert change(client, secret, body="Third words").status_code == 403
    assert Comment.objects.get().body == "Second words"


@pytest.mark.parametrize("name", ["receipt_edit", "receipt_withdraw", "receipt_notices"])
def test_a_foreign_page_that_knows_the_secret_changes_nothing(client, secret, name):
    before = state()
    sent = {"body": "Other words", "email": "a@b.example", "frequency": "at_once"}
    assert client.post(url(name, secret), sent, headers=FOREIGN).status_code == 403
    assert state() == before


@pytest.mark.parametrize("name", OF_A_RECEIPT)
@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_any_page_of_a_receipt_changes_nothing(client, secret, name, method):
    before = state()
    assert getattr(client, method)(url(name, secret)).status_code == 200
    assert state() == before


@pytest.mark.parametrize("name", OF_A_RECEIPT)
def test_the_secret_leaves_no_page_of_a_receipt(client, secret, name):
    for answer in (client.get(url(name, secret)), client.post(url(name, secret), headers=FOREIGN)):
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] in ("no-referrer", "same-origin")
        assert not answer.cookies
    read = client.get(url(name, secret))
    assert read["X-Robots-Tag"] == "noindex, nofollow"
    hosts = re.findall(r'(?:href|src|action)="(?:https?:)?//([^/"]+)', read.content.decode())
    assert set(hosts) <= {"testserver"}


def test_links_in_a_receipt_are_inert(client, post):
    words = "See https://evil.example/pixel and <a href='https://evil.example'>this</a>"
    answer = client.get(send(client, post, body=words, website="https://evil.example").url)
    assert b'href="https://evil.example' not in answer.content
    assert b'src="https://evil.example' not in answer.content


def test_a_receipt_outlives_a_new_secret_key(client, secret, settings):
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new one"
    assert client.get(url("receipt", secret)).status_code == 200
    assert receipts.secret_of(Comment.objects.get()) == secret


def test_ban_and_rules_are_asked_again_on_every_edit(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post)
    secret = receipts.secret_of(Comment.objects.get())
    assert (
        change(client, secret, body="Subscribe to my channel, check out my video").status_code
        == 303
    )
    assert Comment.objects.get().body == "I will come."
    change(client, secret, body="My number is 123-45-6789", personal_data="review")
    assert Comment.objects.get().body == "I will come."


# 48: page and place are for good


def test_no_field_of_an_edit_moves_a_comment_or_renames_its_writer(client, newsroom, post, secret):
    answered = make_comment(post)
    elsewhere = make_post(newsroom, "Another")
    before = Comment.objects.values().get(body="I will come.", parent=None, status="pending")
    stolen = {
        "parent": answered.pk,
        "parent_id": answered.pk,
        "root": answered.pk,
        "page": elsewhere.pk,
        "page_id": elsewhere.pk,
        "name": "Editor",
        "author_name": "Editor",
        "website": "https://evil.example",
        "status": "published",
        "created_at": "2001-01-01",
        "writer": "1",
        "staff_author": "1",
        "is_post_author": "on",
    }
    change(client, secret, **stolen)
    after = Comment.objects.values().get(pk=before["id"])
    written = {"body", "body_html", "body_digest", "edited_at", "language", "cluster_id"}
    written |= {"evidence", "score", "verdict", "filter_version"}
    assert {name for name in after if after[name] != before[name]} <= written | {"writer_id"}
    assert after["body"] == "Other words"


def test_no_field_of_a_withdrawal_or_a_report_moves_a_comment(client, newsroom, post):
    comment = make_comment(
        post, receipt_digest=receipts.digest("s"), created_at=timezone.now() - timedelta(hours=1)
    )
    places = (comment.page_id, comment.parent_id, comment.root_id)
    moved = {"parent": "5", "page": "1", "page_id": "1", "root": "5"}
    report = reverse("comments:report", args=[comment.pk])
    client.post(report, {"reason": "spam"} | moved, headers=OWN_ORIGIN)
    take_back(client, "s", **moved)
    comment.refresh_from_db()
    assert (comment.page_id, comment.parent_id, comment.root_id) == places


def test_a_form_of_one_page_sent_to_another_makes_no_comment_there(client, newsroom, post):
    elsewhere = make_post(newsroom, "Another")
    token = re.search(
        r'name="token" value="([^"]+)"',
        client.get(reverse("comments:form", args=[post.pk])).content.decode(),
    )[1]
    assert send(client, elsewhere, token=token).status_code == 422
    assert not Comment.objects.exists()
