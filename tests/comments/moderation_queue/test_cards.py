import pytest
from django.test import RequestFactory

from comments import moderation
from comments.models import Comment
from comments.moderation_queue.cards import make_cards, with_last_event
from comments.states import OFFERED, CommentStatus
from tests.comments.factories import make_comment, make_ruling


def card_of(comment):
    request = RequestFactory().get("/")
    comments = with_last_event(Comment.objects.filter(pk=comment.pk))
    [card] = make_cards(comments, request)
    return card


@pytest.mark.parametrize("status", CommentStatus)
def test_a_card_offers_the_decisions_of_its_status(post, status):
    assert card_of(make_comment(post, status=status)).actions == OFFERED[status]


def test_a_card_shows_the_words_as_readers_would_see_them(post):
    body = card_of(make_comment(post, "Come **all**.")).body
    assert body.strip() == "<p>Come <strong>all</strong>.</p>"


def test_a_card_knows_the_last_event_and_who_made_it(post, moderator):
    comment = make_comment(post, status=CommentStatus.PENDING)
    event = moderation.approve(comment.pk, make_ruling(comment, moderator))
    card = card_of(comment)
    assert card.last_event == event
    assert card.what_happened == "moderator approved this comment just now"


def test_a_comment_without_a_log_does_not_break_the_list(post):
    comment = make_comment(post)
    comment.events.all().delete()
    card = card_of(comment)
    assert card.last_event is None
    assert card.what_happened == ""


def test_a_reply_shows_whom_and_what_it_answers(post):
    parent = make_comment(post, "Who brings *water*?", author_name="")
    card = card_of(make_comment(post, parent=parent))
    assert card.parent_name == "Anonymous"
    assert "<em>water</em>" in card.parent_body


def test_a_comment_that_answers_nobody_shows_nobody(post):
    card = card_of(make_comment(post))
    assert (card.parent_name, card.parent_body) == ("", "")


def test_a_published_comment_leads_to_its_place_on_the_page(post):
    comment = make_comment(post)
    assert card_of(comment).post_url == f"{post.url}#comment-{comment.pk}"


def test_a_waiting_comment_leads_to_its_post(post):
    assert card_of(make_comment(post, status=CommentStatus.PENDING)).post_url == post.url


def test_a_comment_below_an_unpublished_post_leads_nowhere(post):
    comment = make_comment(post)
    post.unpublish()
    assert card_of(comment).post_url == ""


def test_evidence_is_told_in_sentences(post):
    comment = make_comment(post, evidence=[{"sign": "links", "detail": "2"}])
    assert card_of(comment).evidence == ["Links in it: 2."]
