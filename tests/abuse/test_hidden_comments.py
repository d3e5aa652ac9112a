"""What nobody else may see, where spam goes, and what stands when something breaks."""

import re

import pytest
from django.urls import reverse

from comments.models import Comment
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.reader import publish_what_is_clean, send

pytestmark = pytest.mark.django_db


def url(name, page):
    return reverse(f"comments:{name}", args=[page.pk])


# 18: honeypot


def test_a_filled_honeypot_alone_pretends_success_and_holds(client, newsroom, post):
    publish_what_is_clean(newsroom)
    assert send(client, post, fax_number="555").status_code == 303
    assert Comment.objects.get().status == CommentStatus.PENDING


def test_a_filled_honeypot_with_an_advertisement_is_binned_and_looks_the_same(
    client, post, monkeypatch
):
    monkeypatch.setattr("comments.serving.LABELS_TO_BIN", 0)
    monkeypatch.setattr("comments.serving.LABELS_OF_EACH_KIND", 0)
    words = "Subscribe to my channel and check out my new video."
    answer = send(client, post, fax_number="555", body=words)
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
