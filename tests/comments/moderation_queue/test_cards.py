import pytest
from django.test import RequestFactory

from comments import moderation, serving
from comments.models import Cluster, Comment, SpamCheck
from comments.moderation_queue.cards import make_cards, with_last_event
from comments.spam.model_file import ModelRefused
from comments.states import OFFERED, Action, CommentStatus
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


def test_evidence_is_told_in_a_sentence(post):
    comment = make_comment(post, evidence=[{"sign": "links", "detail": "2"}])
    assert card_of(comment).why == "Found in it: 2 links."


def test_the_filter_says_what_it_thinks_where_somebody_decides(post):
    waiting = make_comment(post, status=CommentStatus.PENDING, verdict="publish", score=-5.0)
    public = make_comment(post, verdict="publish", score=-5.0)
    drawn = make_comment(post, verdict="publish", score=-5.0)
    SpamCheck.objects.create(comment=drawn)
    thoughts = [card_of(comment).opinion for comment in (waiting, public, drawn)]
    assert [bool(thought) for thought in thoughts] == [True, False, True]


def test_a_filter_that_cannot_be_used_says_nothing_and_the_queue_opens(post, monkeypatch):
    monkeypatch.setattr(serving, "current", break_down)
    waiting = make_comment(post, status=CommentStatus.PENDING, verdict="publish")
    assert card_of(waiting).opinion == ""


def break_down():
    raise ModelRefused("tampered")


def test_what_was_drawn_for_a_check_can_be_kept(post):
    drawn = make_comment(post)
    SpamCheck.objects.create(comment=drawn)
    card = card_of(drawn)
    assert card.is_to_check
    assert card.actions == (Action.KEEP, *OFFERED[CommentStatus.PUBLISHED])
    assert not card_of(make_comment(post)).is_to_check


def test_a_card_knows_what_is_alike(post):
    cluster = Cluster.objects.create(sketch=b"")
    one, other = (
        make_comment(post, status=CommentStatus.PENDING, cluster=cluster) for _ in range(2)
    )
    assert card_of(one).alike.others == card_of(other).alike.others == 1
    assert card_of(make_comment(post)).alike is None
