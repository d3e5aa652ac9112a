from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from accounts.models import User
from comments import claims, moderation, serving
from comments.models import (
    AppealState,
    Cluster,
    CommentSettings,
    ModerationEvent,
    SpamCheck,
    Writer,
)
from comments.moderation_queue.cards import make_cards, newest_event
from comments.spam.model_file import ModelRefused
from comments.states import OFFERED, Action, CommentStatus
from tests.comments.appellant import answer, make_appeal, make_judge, take_away
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment, make_ruling, make_user
from tests.comments.moderation_queue.staff import give_section, make_moderator, make_senior
from tests.pages import make_plain_page


def card_of(comment):
    [card] = make_cards([comment.pk], request_of(User(is_superuser=True)))
    return card


def request_of(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


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


def test_cards_come_in_the_order_that_was_asked_for_and_without_what_is_gone(post):
    one, other = make_comment(post), make_comment(post)
    cards = make_cards([other.pk, 1, one.pk], request_of(User(is_superuser=True)))
    assert [card.comment for card in cards] == [other, one]


def test_a_card_says_how_long_its_comment_has_waited(post):
    said_at = timezone.now() - timedelta(hours=3, minutes=10)
    waiting = make_comment(post, status=CommentStatus.PENDING, created_at=said_at)
    assert card_of(waiting).waits_for.replace("\xa0", " ") == "waits for 3 hours"
    assert card_of(make_comment(post, created_at=said_at)).waits_for == ""


@pytest.mark.parametrize(("code", "name"), [("es", "Spanish"), ("xx", "xx"), ("", ""), (None, "")])
def test_a_card_names_the_language(post, code, name):
    assert card_of(make_comment(post, language=code)).language == name


def test_only_what_a_proven_writer_said_before_is_theirs(post):
    writer, same_name = Writer.objects.create(), make_comment(post)
    said = [
        make_comment(post, writer=writer, created_at=SAID_AT + timedelta(days=day))
        for day in range(5)
    ]
    assert list(card_of(said[4]).earlier) == [said[3], said[2], said[1]]
    assert list(card_of(said[0]).earlier) == [said[4], said[3], said[2]]
    assert list(card_of(same_name).earlier) == []


def test_a_card_says_who_else_is_looking_at_it_while_they_are(post):
    comment, ana, ben = make_comment(post), make_user("ana"), make_user("ben")
    claims.claim([comment.pk], user=ana, now=timezone.now())
    seen_by = {
        user: make_cards([comment.pk], request_of(user))[0].claimed_by for user in (ana, ben)
    }
    assert seen_by == {ana: "", ben: "ana"}
    claims.claim([comment.pk], user=ana, now=timezone.now() - claims.LASTS)
    assert make_cards([comment.pk], request_of(ben))[0].claimed_by == ""


def test_what_may_threaten_somebody_is_covered(post):
    found, reported = make_comment(post, evidence=[{"sign": "threat"}]), make_comment(post)
    make_report(reported, "threat")
    other = make_comment(post)
    make_report(other, "false")
    assert [card_of(one).may_threaten for one in (found, reported, other)] == [True, True, False]


def test_cards_know_the_newest_event_of_the_whole_log(post):
    comment = make_comment(post)
    make_comment(post)
    cards = make_cards([comment.pk], request_of(User(is_superuser=True)))
    assert newest_event(cards) == ModerationEvent.objects.latest("pk").pk
    assert newest_event([]) == 0


def test_a_card_says_what_a_proven_writer_did_here(post):
    writer = Writer.objects.create()
    comment, _other = (make_comment(post, writer=writer) for _ in range(2))
    assert card_of(comment).record.comments == 2
    assert card_of(make_comment(post)).record is None


def test_a_card_offers_a_ban_to_those_who_may(newsroom, post):
    CommentSettings.for_site(newsroom.site).save()
    CommentSettings.objects.update(has_senior_moderators=True)
    comment, senior, ana = make_comment(post), make_senior(), make_moderator()
    offered = {
        user: make_cards([comment.pk], request_of(user))[0].may_ban for user in (senior, ana)
    }
    assert offered == {senior: True, ana: False}


def test_a_section_moderator_is_told_of_nothing_beyond_the_section(newsroom, post):
    CommentSettings.for_site(newsroom.site).save()
    CommentSettings.objects.update(has_section_moderators=True)
    ana, beyond = make_moderator(), make_plain_page(newsroom)
    give_section(ana, newsroom.index)
    writer, cluster = Writer.objects.create(), Cluster.objects.create(sketch=b"")
    fields = {"writer": writer, "cluster": cluster, "status": CommentStatus.PENDING}
    comment, _foreign = (make_comment(page, **fields) for page in (post, beyond))
    [card] = make_cards([comment.pk], request_of(ana))
    assert (card.earlier, card.record.comments, card.alike) == ([], 1, None)


def test_a_card_leads_to_the_appeal_that_waits(post, moderator):
    comment = make_comment(post)
    take_away(comment, "trash", moderator)
    assert card_of(comment).appeal_id is None
    appeal = make_appeal(comment)
    assert card_of(comment).appeal_id == appeal.pk
    answer(appeal, AppealState.UPHELD, make_judge("other"), words="No.")
    assert card_of(comment).appeal_id is None
