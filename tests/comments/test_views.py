"""The reader's side over HTTP, for honest readers; tests/abuse has the others."""

import re

import pytest
from django.urls import reverse

from comments import receipts
from comments.models import Comment
from tests.comments.factories import make_comment
from tests.comments.reader import open_form, publish_what_is_clean, send, slow_token
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db


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
    assert "Your answer to: <bdi>Berenice</bdi>" in html
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


# Languages


def test_the_form_speaks_the_language_of_its_page(client, newsroom):
    spanish = make_post(make_translation(newsroom), "Una noticia")
    answer = client.get(url("form", spanish))
    assert '<html lang="es"' in answer.content.decode()


def test_what_is_refused_can_be_sent_after_all_without_the_lost_parent(client, post):
    answer = send(client, post, parent=12345, body="Not a word is lost")
    html = answer.content.decode()
    assert answer.status_code == 400
    hidden = dict(re.findall(r'type="hidden" name="(\w+)"(?: value="([^"]*)")?', html))
    assert hidden["parent"] == ""
    assert send(client, post, body="Not a word is lost", **hidden).status_code == 303


def test_a_form_for_a_lost_parent_says_so(client, post):
    html = client.get(url("form", post), {"parent": 12345}).content.decode()
    assert "is not here" in html
    assert "12345" not in html


def test_the_same_form_with_other_words_is_handed_back_with_a_fresh_key(client, post):
    token = slow_token(post)
    send(client, post, token=token)
    answer = send(client, post, token=token, body="My second thought")
    assert answer.status_code == 422
    assert "My second thought" in answer.content.decode()
    fresh = re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]
    assert send(client, post, token=fresh, body="My second thought").status_code == 303
    assert Comment.objects.count() == 2


def test_an_error_stands_at_its_field(client, post):
    html = send(client, post, name="").content.decode()
    assert 'id="id_name_error"' in html
    assert "id_name_error" in re.search(r'aria-describedby="([^"]*)"', html)[1]


def test_the_receipt_of_a_page_that_is_not_public_leads_nowhere(client, post):
    make_comment(post, receipt_digest=receipts.digest("s"))
    post.unpublish()
    html = client.get(reverse("comments:receipt", args=["s"])).content.decode()
    assert "its page is not public now" in html
    assert post.url not in html
    assert "None" not in html


def test_the_answer_says_which_language_it_speaks(client, newsroom):
    spanish = make_post(make_translation(newsroom), "Una noticia")
    assert client.get(url("form", spanish))["Content-Language"] == "es"
