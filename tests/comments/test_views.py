"""The reader's side over HTTP, and the abuse cases of the submission endpoint."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments import conf, receipts
from comments.models import Comment, CommentSettings, ModerationEvent, ModerationMode
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.comments.reader import open_form, send, slow_token
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db


def publish_what_is_clean(newsroom):
    settings = CommentSettings.for_site(newsroom.site)
    settings.moderation = ModerationMode.HOLD_DOUBTFUL
    settings.save()


def url(name, page):
    return reverse(f"comments:{name}", args=[page.pk])


# The way of one comment


def test_a_held_comment_leads_to_its_receipt(client, post):
    answer = send(client, post)
    comment = Comment.objects.get()
    secret = receipts.secret_for(comment.submission_key)
    assert answer.status_code == 303
    assert answer.url == reverse("comments:receipt", args=[secret])
    assert "Held for review" in client.get(answer.url).content.decode()


def test_a_published_comment_leads_to_its_place_on_the_page(client, newsroom, post):
    publish_what_is_clean(newsroom)
    answer = send(client, post)
    assert answer.status_code == 303
    assert answer.url == f"{post.url}#comment-{Comment.objects.get().pk}"


def test_the_form_page_works_as_it_is(client, post):
    hidden = open_form(client, post)
    answer = send(client, post, **hidden)
    assert answer.status_code == 303


def test_a_reply_form_names_whom_it_answers_and_carries_the_number(client, post):
    parent = make_comment(post, author_name="Berenice")
    html = client.get(url("form", post), {"parent": parent.pk}).content.decode()
    assert "You are answering Berenice." in html
    assert open_form(client, post, parent=parent.pk)["parent"] == str(parent.pk)


def test_what_is_wrong_is_said_and_the_text_is_kept(client, post):
    answer = send(client, post, name="", body="Not a word is lost")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Your text is still here" in html
    assert "Not a word is lost" in html


@pytest.mark.parametrize("bad", ["", "x", "moved"])
def test_a_bad_token_shows_the_form_again_and_the_second_try_works(client, newsroom, post, bad):
    token = slow_token(make_post(newsroom, "Other")) if bad == "moved" else bad
    answer = send(client, post, token=token)
    assert answer.status_code == 422
    assert not Comment.objects.exists()
    fresh = re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]
    assert send(client, post, token=fresh).status_code == 303


def test_the_receipt_tells_the_outcome(client, post):
    comment = make_comment(post, receipt_digest=receipts.digest("s"))
    answer = client.get(reverse("comments:receipt", args=["s"]))
    html = answer.content.decode()
    assert "It is published." in html
    assert f"#comment-{comment.pk}" in html


def test_the_receipt_escapes_what_was_written(client, post):
    make_comment(post, "<script>x()</script>", receipt_digest=receipts.digest("s"))
    html = client.get(reverse("comments:receipt", args=["s"])).content.decode()
    assert "&lt;script&gt;x()" in html
    assert "<script>x()" not in html


def test_an_unknown_receipt_is_not_found(client):
    assert client.get(reverse("comments:receipt", args=["nobody"])).status_code == 404


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
        answer.content.decode().replace(f'value="{parent}"', "")
        for answer, parent in zip(answers, parents, strict=True)
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
    answer = send(client, post, body="x" * (conf.MAX_REQUEST_BYTES + 1))
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


# 18: honeypot


def test_a_filled_honeypot_alone_pretends_success_and_holds(client, newsroom, post):
    publish_what_is_clean(newsroom)
    assert send(client, post, fax_number="555").status_code == 303
    assert Comment.objects.get().status == CommentStatus.PENDING


def test_a_filled_honeypot_with_an_advertisement_is_binned_and_looks_the_same(client, post):
    answer = send(client, post, fax_number="555", body="online casino")
    assert Comment.objects.get().status == CommentStatus.SPAM
    assert "Held for review" in client.get(answer.url).content.decode()


def test_the_honeypot_is_out_of_the_way_of_people(client, post):
    html = client.get(url("form", post)).content.decode()
    trap = re.search(r'<p class="form__trap".*?</p>', html, re.DOTALL)[0]
    assert 'aria-hidden="true"' in trap
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap


# 19-20, 23: what nobody else may see


@pytest.mark.parametrize("status", [CommentStatus.PENDING, CommentStatus.SPAM, "trashed"])
def test_a_hidden_comment_is_in_no_byte_of_a_public_address(client, newsroom, post, status):
    hidden = make_comment(post, "unutterable", author_name="Berenice", status=status)
    addresses = [
        post.url,
        newsroom.home.url,
        newsroom.index.url,
        url("form", post),
        url("form", post) + f"?parent={hidden.pk}",
    ]
    for address in addresses:
        html = client.get(address).content.decode()
        assert "unutterable" not in html
        assert "Berenice" not in html
    assert str(hidden.pk) not in client.get(post.url).content.decode()


def test_a_form_that_answers_a_held_comment_is_the_one_that_answers_nothing(client, post):
    held = make_comment(post, status=CommentStatus.PENDING)

    def page_for(parent):
        html = client.get(url("form", post), {"parent": parent}).content.decode()
        return re.sub(rf'value="{parent}"|name="token" value="[^"]+"', "", html)

    assert page_for(held.pk) == page_for(123456)


def test_numbers_are_not_in_sequence(post):
    numbers = [make_comment(post).pk for _comment in range(5)]
    assert numbers != sorted(numbers) or numbers[-1] - numbers[0] > 1000


def test_writing_a_comment_changes_nothing_for_another_reader(client, post):
    before = client.get(post.url)
    send(client, post)
    after = client.get(post.url)
    assert before.content == after.content
    assert before["Cache-Control"] == after["Cache-Control"]


@pytest.mark.parametrize("name", ["form", "submit"])
def test_the_forms_answers_are_never_stored_anywhere(client, post, name):
    answer = client.get(url("form", post)) if name == "form" else send(client, post, name="")
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_the_receipt_is_never_stored_and_sends_no_referrer(client, post):
    answer = client.get(send(client, post).url)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


# 34: methods


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
def test_only_a_post_submits(client, post, method):
    answer = client.generic(method, url("submit", post))
    assert answer.status_code == 405
    assert not Comment.objects.exists()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_form_and_the_receipt_are_only_read(client, post, method):
    assert client.generic(method, url("form", post)).status_code == 405
    assert client.generic(method, reverse("comments:receipt", args=["s"])).status_code == 405


# 30: redirects


@pytest.mark.parametrize("field", ["next", "return", "redirect_to", "url"])
def test_no_parameter_leads_anywhere_else(client, post, field):
    answer = send(client, post, **{field: "https://evil.example/"})
    assert answer.url.startswith("/comments/receipt/")


# 47: a renderer that fails


def test_a_page_with_a_comment_that_could_not_be_rendered_still_stands(
    client, newsroom, post, monkeypatch, caplog
):
    publish_what_is_clean(newsroom)
    monkeypatch.setattr("comments.rendering.pipeline.parse", lambda text: 1 / 0)
    assert send(client, post, body="a <i>b</i>").status_code == 303
    Comment.objects.update(status=CommentStatus.PUBLISHED)
    answer = client.get(post.url)
    assert answer.status_code == 200
    assert "a &lt;i&gt;b" in answer.content.decode()


# Languages


def test_the_form_speaks_the_language_of_its_page(client, newsroom):
    spanish = make_post(make_translation(newsroom), "Una noticia")
    answer = client.get(url("form", spanish))
    assert '<html lang="es"' in answer.content.decode()
