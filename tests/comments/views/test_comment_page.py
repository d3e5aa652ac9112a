"""The form over HTTP, for honest readers; tests/abuse has the others."""

import re

import pytest
from django.urls import reverse

from comments import moderation, pace, receipts
from comments.models import Comment, CommentSettings
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling
from tests.comments.reader import open_form, publish_what_is_clean, send, slow_token
from tests.pages import make_post, make_translation

pytestmark = pytest.mark.django_db


def url(name, page):
    return reverse(f"comments:{name}", args=[page.pk])


def test_a_held_comment_leads_to_its_receipt(client, post):
    answer = send(client, post)
    comment = Comment.objects.get()
    secret = receipts.secret_for(comment.submission_key)
    assert answer.status_code == 303
    assert answer.url == reverse("comments:receipt", args=[secret])
    assert 'data-status="pending"' in client.get(answer.url).content.decode()


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
    assert "<bdi>Berenice</bdi>" in html
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


def test_a_preview_without_the_lost_parent_says_so_too(client, post):
    html = send(client, post, parent=12345, preview="1").content.decode()
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


def test_the_answer_says_which_language_it_speaks(client, newsroom):
    spanish = make_post(make_translation(newsroom), "Una noticia")
    assert client.get(url("form", spanish))["Content-Language"] == "es"


def test_a_preview_shows_the_words_as_the_page_would_and_stores_nothing(client, post):
    answer = send(client, post, body="Come *early*", preview="1")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<p>Come <em>early</em></p>" in html
    assert "Come *early*</textarea>" in html
    assert not Comment.objects.exists()


def test_after_a_preview_the_same_form_can_be_sent(client, post):
    token = slow_token(post)
    send(client, post, token=token, preview="1")
    assert send(client, post, token=token).status_code == 303


def test_whoever_gives_personal_data_away_is_warned_first(client, post):
    answer = send(client, post, body="His number is A 123 456 789, call me")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "an A-number" in html
    assert "A 123 456 789, call me</textarea>" in html
    assert not Comment.objects.exists()


def test_one_click_takes_personal_data_out_and_sends(client, newsroom, post):
    publish_what_is_clean(newsroom)
    body = "His number is A 123 456 789, come tomorrow"
    answer = send(client, post, body=body, personal_data="take_out")
    comment = Comment.objects.get()
    assert answer.status_code == 303
    assert "123" not in comment.body + comment.body_html
    assert comment.status == CommentStatus.PUBLISHED


def test_personal_data_may_be_sent_for_review_and_is_held_whatever_the_rule(client, newsroom, post):
    publish_what_is_clean(newsroom)
    send(client, post, body="His number is A 123 456 789", personal_data="review")
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.PENDING
    assert comment.events.get().reason == Reason.PERSONAL_DATA
    assert comment.evidence == [{"sign": "personal_data", "detail": "a_number"}]


def test_a_name_can_give_somebody_away_too(client, post):
    assert send(client, post, name="Ana 212-867-5309").status_code == 422


def test_the_owners_hotline_is_no_personal_data(client, newsroom, post):
    rules = CommentSettings.for_site(newsroom.site)
    rules.allowed_phones = "212 867 5309"
    rules.save()
    assert send(client, post, body="Call my 212-867-5309 now").status_code == 303


def test_too_fast_says_how_long_to_wait_and_keeps_the_text(client, post, monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 1)
    send(client, post)
    answer = send(client, post, body="Not a word is lost")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 600
    assert "Not a word is lost" in answer.content.decode()


def test_writing_again_from_a_receipt_is_known_by_it(client, post, moderator):
    send(client, post)
    first = Comment.objects.get()
    moderation.approve(first.pk, make_ruling(first, moderator))
    link = reverse("comments:receipt", args=[receipts.secret_of(first)])
    answer = send(client, post, body="Me again", receipt=f"https://testserver{link}")
    second = Comment.objects.get(body="Me again")
    assert answer.url.endswith(f"#comment-{second.pk}")
    assert second.writer == Comment.objects.get(pk=first.pk).writer


def test_a_receipt_that_is_none_is_said_so(client, post):
    answer = send(client, post, receipt="https://testserver/comments/receipt/abc/")
    assert answer.status_code == 422
    assert "no link of a receipt" in answer.content.decode()


def test_the_form_of_a_receipt_carries_its_secret(client, post):
    make_comment(post, receipt_digest=receipts.digest("s"))
    html = client.get(url("form", post), {"receipt": "s"}).content.decode()
    assert 'name="receipt" value="s"' in html
