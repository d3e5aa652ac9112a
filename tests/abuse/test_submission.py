"""What is done to the submission endpoint: foreign forms, replays, lost parents, odd shapes."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments import conf
from comments.models import Comment, ModerationEvent
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.comments.reader import publish_what_is_clean, send, slow_token
from tests.pages import make_post

pytestmark = pytest.mark.django_db


def url(name, page):
    return reverse(f"comments:{name}", args=[page.pk])


# 1-3: where the post comes from


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_cross_site_post_is_refused_and_stores_nothing(client, post, headers):
    assert send(client, post, headers=headers).status_code == 403
    assert not Comment.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}])
def test_an_unproven_origin_is_held_whatever_the_rule(client, newsroom, post, headers):
    publish_what_is_clean(newsroom)
    assert send(client, post, headers=headers).status_code == 303
    assert Comment.objects.get().status == CommentStatus.PENDING


@pytest.fixture
def signed_in_moderator(client):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="moderate_comment"))
    client.force_login(user)
    return user


def test_a_moderators_cookie_gives_a_foreign_post_no_power(client, post, signed_in_moderator):
    assert send(client, post, headers={"Origin": "https://evil.example"}).status_code == 403


def test_a_moderators_cookie_gives_an_unproven_post_no_power(client, post, signed_in_moderator):
    send(client, post, headers={"Origin": "null"})
    assert Comment.objects.get().status == CommentStatus.PENDING
    assert ModerationEvent.objects.get().actor is None
    assert not Comment.objects.get().is_post_author


# 5-6: again and again


def test_fifty_replays_of_one_post_make_one_comment_and_lead_to_one_place(client, post):
    token = slow_token(post)
    places = {send(client, post, token=token).url for _try in range(50)}
    assert len(places) == 1
    assert Comment.objects.count() == ModerationEvent.objects.count() == 1


# 7-8: parents


def test_a_held_a_foreign_and_an_invented_parent_get_the_same_answer(client, newsroom, post):
    held = make_comment(post, status=CommentStatus.PENDING)
    removed = make_comment(post, status=CommentStatus.REMOVED)
    elsewhere = make_comment(make_post(newsroom, "Other"))
    token = slow_token(post)
    parents = [held.pk, removed.pk, elsewhere.pk, 123, 0, -1, "b7a1-uuid", "9" * 30, "1e3"]
    answers = [send(client, post, parent=parent, token=token) for parent in parents]
    bodies = {
        re.sub(r'name="token" value="[^"]+"', "", answer.content.decode()) for answer in answers
    }
    assert {answer.status_code for answer in answers} == {400}
    assert len(bodies) == 1
    assert Comment.objects.count() == 3


# 9: pages that take no comment


def test_a_closed_page_refuses_and_keeps_the_text(client, newsroom):
    closed = make_post(newsroom, comments_open=False)
    assert client.get(url("form", closed)).status_code == 403
    answer = send(client, closed, body="Not a word is lost")
    assert answer.status_code == 403
    assert "Not a word is lost" in answer.content.decode()
    assert not Comment.objects.exists()


def a_draft(newsroom, post):
    return make_post(newsroom, "Draft", live=False)


def a_private_page(newsroom, post):
    PageViewRestriction.objects.create(page=post, restriction_type="password", password="p")
    return post


def an_alias(newsroom, post):
    return post.create_alias(parent=newsroom.index, update_slug="alias")


def the_front_page(newsroom, post):
    return newsroom.home


@pytest.mark.parametrize("make", [a_draft, a_private_page, an_alias, the_front_page])
def test_a_page_that_takes_no_comments_answers_as_one_that_is_not_there(
    client, newsroom, post, make
):
    page = make(newsroom, post)
    token = slow_token(page)
    for name in ("form", "submit"):
        real = client.generic("POST" if name == "submit" else "GET", url(name, page))
        none = reverse(f"comments:{name}", args=[987654321])
        unknown = client.generic("POST" if name == "submit" else "GET", none)
        assert real.status_code == unknown.status_code == 404
        assert real.content.replace(b"/%d/" % page.pk, b"") == unknown.content.replace(
            b"/987654321/", b""
        )
    assert send(client, page, token=token).status_code == 404
    assert not Comment.objects.exists()


def test_an_absurd_page_number_is_not_found(client, newsroom):
    assert client.get(f"/comments/{10**30}/form/").status_code == 404


# 10: mass assignment


def test_fields_that_are_the_servers_are_ignored(client, post):
    stolen = {
        "status": "published",
        "removed_by": "author",
        "is_post_author": "on",
        "id": "5",
        "page": "1",
        "page_id": "1",
        "created_at": "2001-01-01",
        "body_html": "<script>",
        "score": "-9",
        "evidence": "[]",
        "receipt_digest": "x",
        "submission_key": "x",
        "legacy_anchor": "x",
        "author_email": "a@b.example",
        "author_name": "Admin",
    }
    assert set(stolen) <= {field.attname for field in Comment._meta.fields} | {"page"}
    send(client, post, **stolen)
    comment = Comment.objects.get()
    assert (comment.status, comment.removed_by, comment.page_id) == ("pending", "", post.pk)
    assert (comment.author_name, comment.author_email) == ("Ana", "")
    assert comment.created_at.year > 2001
    assert comment.body_html.strip() == "<p>I will come.</p>"
    assert not comment.is_post_author
    assert comment.pk != 5
    assert "x" not in (comment.receipt_digest, comment.submission_key, comment.legacy_anchor)


# 11: control characters


@pytest.mark.parametrize("name", ["x\r\nBcc: y@z.example", "x\ny", "x\x00y", "x\x1b[31m", "x\x85y"])
def test_control_characters_in_a_name_are_refused(client, post, name):
    assert send(client, post, name=name).status_code == 422
    assert not Comment.objects.exists()


def test_direction_controls_are_taken_out_of_a_name(client, post):
    send(client, post, name="\u202eana\u2066")
    assert Comment.objects.get().author_name == "ana"


# 12-13: sizes and shapes


def test_a_request_over_the_cap_is_refused_before_it_is_read(client, post):
    answer = send(client, post, body="x" * 70_000)
    assert answer.status_code == 413


def test_a_comment_over_the_cap_is_refused_with_its_text(client, post):
    answer = send(client, post, body="y" * (conf.MAX_BODY_CHARACTERS + 1))
    assert answer.status_code == 422
    assert "y" * 100 in answer.content.decode()


def test_too_many_fields_are_refused(client, post):
    extra = {f"f{number}": "1" for number in range(conf.MAX_REQUEST_FIELDS)}
    assert send(client, post, **extra).status_code == 400


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"name": "\\ud800", "body": "\\u0000"}'),
        ("text/plain", b"name=Ana&body=hello"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"name=+AFs-&body=x"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"name=A&body=x"),
        ("application/x-www-form-urlencoded", b"name=%ff%fe&body=%ed%a0%80&body=2"),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data\r\n\r\nx"),
        ("multipart/form-data", b"no boundary"),
    ],
)
def test_a_request_of_another_shape_is_no_server_error(client, post, content_type, body):
    answer = client.generic("POST", url("submit", post), body, content_type=content_type)
    assert answer.status_code in (400, 422)
    assert not Comment.objects.exists()


def test_broken_utf8_is_stored_as_replacement_characters(client, post):
    body = f"name=Ana&body=a%ffb&token={slow_token(post)}".encode()
    client.generic(
        "POST", url("submit", post), body, content_type="application/x-www-form-urlencoded"
    )
    assert Comment.objects.get().body == "a\ufffdb"
