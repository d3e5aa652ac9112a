import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments import erasure, moderation
from comments.models import Cluster, Comment, ModerationEvent
from comments.states import OFFERED, OUTCOMES, Action, CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import QUEUE, decide, read_history, read_queue, undo
from tests.comments.moderation_queue.staff import make_administrator, make_moderator, sign_in

PENDING = CommentStatus.PENDING


def buttons(html):
    """The decisions that the page offers, in their order, as their labels."""
    return re.findall(r'<button[^>]*name="action"[^>]*>\s*([\w ]+?)\s*</button>', html)


def shown(html):
    """The numbers of the comments on the page, in their order."""
    return [int(number) for number in re.findall(r'<article id="comment-(\d+)"', html)]


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def test_a_card_shows_the_whole_comment_with_its_parent_and_its_post(post, browser):
    parent = make_comment(post, "Who brings water?", author_name="Marisol")
    make_comment(
        post,
        "I will bring **water**.",
        status=PENDING,
        parent=parent,
        author_email="ana@example.org",
        author_website="https://ana.example.org",
        evidence=[{"sign": "links", "detail": "2"}],
    )
    html = read_queue(browser)
    for words in (
        "I will bring <strong>water</strong>.",
        "In reply to Marisol",
        "Who brings water?",
        post.title,
        post.url,
        "ana@example.org",
        "https://ana.example.org",
        "2 links.",
    ):
        assert words in html


def test_a_website_is_never_a_link(post, browser):
    make_comment(post, status=PENDING, author_website="https://ana.example.org")
    assert 'href="https://ana.example.org' not in read_queue(browser)


@pytest.mark.parametrize("status", CommentStatus)
def test_a_card_has_the_buttons_of_its_status(post, browser, status):
    make_comment(post, status=status)
    html = read_queue(browser, status=status)
    assert buttons(html) == [action.label for action in OFFERED[status]]


def test_the_list_goes_on_after_twenty(post, browser):
    waiting = [make_comment(post, status=PENDING) for _ in range(23)]
    first, second = (shown(read_queue(browser, p=number)) for number in (1, 2))
    assert (len(first), len(second)) == (20, 3)
    assert {*first, *second} == {comment.pk for comment in waiting}


def test_a_page_beyond_the_last_shows_the_last(post, browser):
    comment = make_comment(post, status=PENDING)
    assert shown(read_queue(browser, p=99)) == shown(read_queue(browser, p="x")) == [comment.pk]


def add_decided_replies(post, moderator, number):
    """Waiting replies with a past, so that a card has everything to show."""
    for _ in range(number):
        cluster = Cluster.objects.create(sketch=b"")
        parent = make_comment(post, cluster=cluster)
        comment = make_comment(post, parent=parent, cluster=cluster)
        moderation.hold(comment.pk, make_ruling(comment, moderator))


def queries_of(browser):
    """The list's queries: all of them, and those that ask for comments."""
    with CaptureQueriesContext(connection) as queries:
        read_queue(browser)
    own = [query for query in queries if 'FROM "comments_' in query["sql"]]
    return len(queries), len(own)


def test_the_list_asks_the_database_as_often_for_many_as_for_one(post, ana, browser):
    add_decided_replies(post, ana, 1)
    read_queue(browser)  # fills what Wagtail keeps for the whole process
    for_one = queries_of(browser)
    add_decided_replies(post, ana, 19)
    assert len(shown(read_queue(browser))) == 20
    # The counts of the tabs, of what is reported, edited and drawn for a check, of the cards, the
    # comments, their last events, reports and edits, how many are alike and which of them wait,
    # the rules, how the filter is set and how much it knows, the raids that are on, the badge in
    # the menu.
    assert queries_of(browser) == for_one == (for_one[0], 16)


@pytest.mark.parametrize("query", [{}, {"q": "x"}, {"status": "spam"}])
def test_an_empty_list_says_so(newsroom, browser, query):
    assert "queue__empty" in read_queue(browser, **query)


@pytest.mark.parametrize("action", OUTCOMES)
def test_a_decision_changes_the_comment_and_leads_back_to_the_list(post, browser, ana, action):
    start = next(status for status in CommentStatus if action in OFFERED[status])
    comment = make_comment(post, status=start)
    response = decide(browser, comment, action, reason=Reason.ABUSE, back="status=spam&p=2")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=spam&p=2")
    assert status_of(comment) == OUTCOMES[action]
    assert comment.events.latest("pk").actor == ana


@pytest.mark.parametrize("action", [Action.REMOVE, Action.TRASH])
def test_what_was_taken_away_can_be_restored(post, browser, action):
    comment = make_comment(post)
    decide(browser, comment, action, reason=Reason.ABUSE)
    decide(browser, comment, Action.RESTORE)
    assert status_of(comment) == CommentStatus.PUBLISHED


def test_the_reason_of_a_removal_is_in_the_log_and_that_of_nothing_else(post, browser):
    removed, trashed = make_comment(post), make_comment(post)
    decide(browser, removed, Action.REMOVE, reason=Reason.ABUSE)
    decide(browser, trashed, Action.TRASH, reason=Reason.ABUSE)
    assert removed.events.latest("pk").reason == Reason.ABUSE
    assert trashed.events.latest("pk").reason == Reason.NONE


def test_the_message_offers_to_undo_the_decision(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    html = read_queue(browser)
    event = comment.events.latest("pk")
    assert "Approved the comment by Ana." in html
    assert reverse("reader_comments:undo", args=[event.pk]) in html
    assert "Approved" not in read_queue(browser)


def test_undo_gives_back_what_was_and_offers_no_second_undo(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    read_queue(browser)
    response = undo(browser, comment.events.latest("pk"), back="q=x")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?q=x")
    assert status_of(comment) == PENDING
    html = read_queue(browser)
    assert "Took the decision back. The comment by Ana: Waiting." in html
    assert "/undo/" not in html


def test_a_removal_without_reason_changes_nothing_and_says_why(post, browser):
    comment = make_comment(post, status=PENDING)
    response = decide(browser, comment, Action.REMOVE)
    assert response.status_code == 422
    assert "Choose the reason" in response.content.decode()
    assert comment.events.count() == 1


def test_the_slower_moderator_sees_who_was_faster_and_the_comment_as_it_stands(post, browser):
    comment = make_comment(post, status=PENDING)
    seen = comment.events.latest("pk").pk
    decide(browser, comment, Action.APPROVE)
    ben = sign_in(make_moderator("ben"))
    response = decide(ben, comment, Action.MARK_SPAM, seen_event_id=seen)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Ana Ruiz approved this comment just now; nothing was changed." in html
    assert buttons(html) == [action.label for action in OFFERED[CommentStatus.PUBLISHED]]
    assert comment.events.count() == 2


def test_undo_comes_too_late_after_another_decision(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    mine = comment.events.latest("pk")
    decide(sign_in(make_moderator("ben")), comment, Action.TRASH)
    response = undo(browser, mine)
    assert response.status_code == 409
    assert "ben trashed this comment just now" in response.content.decode()
    assert status_of(comment) == CommentStatus.TRASHED


def test_an_impossible_step_changes_nothing_and_says_why(post, browser):
    comment = make_comment(post, status=CommentStatus.SPAM)
    response = decide(browser, comment, Action.REMOVE, reason=Reason.ABUSE)
    assert response.status_code == 409
    assert "that step is not possible" in response.content.decode()
    assert comment.events.count() == 1


def test_a_comment_without_words_stays_where_it_is(post, browser):
    comment = make_comment(post, "", status=CommentStatus.REMOVED)
    response = decide(browser, comment, Action.RESTORE)
    assert response.status_code == 409
    assert "words of this comment are gone" in response.content.decode()


def test_a_forged_decision_changes_nothing(post, ana):
    comment = make_comment(post, status=PENDING)
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(ana)
    assert decide(forger, comment, Action.APPROVE).status_code == 403
    assert undo(forger, comment.events.get()).status_code == 403
    assert comment.events.count() == 1


def test_the_history_tells_everything_in_its_order(post, browser):
    comment = make_comment(post, status=PENDING)
    decide(browser, comment, Action.APPROVE)
    undo(browser, comment.events.latest("pk"))
    decide(browser, comment, Action.REMOVE, reason=Reason.ABUSE)
    read_queue(browser)  # takes the messages away
    html = " ".join(read_history(browser, comment).split())
    told = re.findall(r'comment-log__way">([^<]+)</span> (by [^<]+?) </p>', html)
    assert told == [
        ("Waiting", "by a reader"),
        ("Waiting → Published", "by Ana Ruiz"),
        ("Published → Waiting", "by Ana Ruiz"),
        ("Waiting → Removed", "by Ana Ruiz"),
    ]
    assert html.count("undone later") == 1
    assert html.count("Abuse or threat") == 2  # in the log and on the card


def test_the_history_shows_the_words_as_they_were_written(post, browser):
    html = read_history(browser, make_comment(post, "Come **all** & <b>sing</b>."))
    assert "Come **all** &amp; &lt;b&gt;sing&lt;/b&gt;.</pre>" in html


def test_the_history_offers_to_undo_the_last_decision_only(post, browser):
    comment = make_comment(post, status=PENDING)
    assert "/undo/" not in read_history(browser, comment)
    decide(browser, comment, Action.APPROVE)
    read_queue(browser)
    last = comment.events.latest("pk")
    offered = re.findall(r"/undo/(\d+)/", read_history(browser, comment))
    assert offered == [str(last.pk)]


def test_the_history_leads_back_to_the_list_as_it_was(post, browser):
    html = read_history(browser, make_comment(post), back="status=spam&p=2")
    assert f'href="{QUEUE}?status=spam&amp;p=2"' in html


def test_the_log_can_be_read_after_the_comment_is_gone(post, browser):
    comment = make_comment(post, "secret words")
    event = comment.events.get()
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=1)
    html = read_history(browser, comment)
    assert "Submitted" in html
    assert "secret words" not in html
    sent = {"action": Action.HOLD, "seen_event_id": event.pk}
    gone = reverse("reader_comments:decide", args=[comment.pk])
    assert browser.post(gone, sent).status_code == 404
    assert undo(browser, event).status_code == 404


def test_what_never_was_is_not_found(newsroom, browser):
    sent = {"action": Action.HOLD, "seen_event_id": 1}
    for name in ("decide", "undo", "history"):
        url = reverse(f"reader_comments:{name}", args=[1])
        assert (
            browser.get(url) if name == "history" else browser.post(url, sent)
        ).status_code == 404
    assert browser.post(reverse("reader_comments:decide", args=[1]), {}).status_code == 404
    assert not ModerationEvent.objects.exists()


def test_without_the_sidebar_every_screen_leads_to_the_others(post, browser):
    comment = make_comment(post, status=PENDING)
    for html in (read_queue(browser), read_history(browser, comment)):
        places = re.search(r'<nav class="queue-places".*?</nav>', html, re.DOTALL)[0]
        assert f'href="{reverse("wagtailadmin_home")}"' in places
        assert f'href="{QUEUE}"' in places
    assert reverse("reader_comments:history", args=[comment.pk]) in read_queue(browser)
