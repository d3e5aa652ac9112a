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
from tests.comments.moderation_queue.desk import (
    DECIDE,
    QUEUE,
    decide,
    read_history,
    read_queue,
    undo,
)
from tests.comments.moderation_queue.staff import make_administrator, make_moderator, sign_in

PENDING = CommentStatus.PENDING
UNDO_BUTTON = re.compile(r'action="[^"]*/undo/')


def buttons(html):
    """The decisions that the page offers, in their order, as their labels."""
    return re.findall(r'<button[^>]*name="decide"[^>]*>\s*([\w ]+?)\s*</button>', html)


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


def following(html, rel):
    """Where the page before or behind this one is; None where there is none."""
    found = re.search(rf'href="([^"]*)" rel="{rel}"', html)
    return found and found[1].replace("&amp;", "&")


def test_the_list_goes_on_after_twenty_five_and_back_again(post, browser):
    waiting = {make_comment(post, status=PENDING).pk for _ in range(28)}
    first = read_queue(browser)
    second = browser.get(following(first, "next")).content.decode()
    assert (len(shown(first)), len(shown(second))) == (25, 3)
    assert {*shown(first), *shown(second)} == waiting
    assert following(first, "prev") is following(second, "next") is None
    assert shown(browser.get(following(second, "prev")).content.decode()) == shown(first)


@pytest.mark.parametrize(("number", "size"), [(25, 25), (50, 50), (100, 60), (7, 25), ("x", 25)])
def test_a_page_is_as_long_as_the_moderator_wants_it_of_three_lengths(post, browser, number, size):
    for _ in range(60):
        make_comment(post, status=PENDING)
    assert len(shown(read_queue(browser, n=number))) == size


@pytest.mark.parametrize(
    "place", ["x", "0", "9.1.1", "-1.1.1.1", "0.1.2", "1" * 101, "0.1.1.9" * 9]
)
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_place_that_is_none_shows_the_first_page(post, browser, name, place):
    comment = make_comment(post, status=PENDING)
    assert shown(read_queue(browser, **{name: place})) == [comment.pk]


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
    own = [query for query in queries if '"comments_' in query["sql"]]
    return len(queries), len(own)


def test_the_list_asks_the_database_as_often_for_many_as_for_one(post, ana, browser):
    add_decided_replies(post, ana, 1)
    read_queue(browser)  # fills what Wagtail keeps for the whole process
    for_one = queries_of(browser)
    add_decided_replies(post, ana, 19)
    assert len(shown(read_queue(browser))) == 20
    # The counts of the tabs; which comments, and those with their last events; how many are alike
    # and which of them wait; our settings, how the filter is set and how much it knows; the rules
    # and their texts; the moderator's own keys and lists. What no comment has costs nothing.
    assert queries_of(browser) == for_one == (for_one[0], 12)


@pytest.mark.parametrize("query", [{}, {"q": "x"}, {"status": "spam"}])
def test_an_empty_list_says_so(newsroom, browser, query):
    assert "queue__empty" in read_queue(browser, **query)


@pytest.mark.parametrize("action", OUTCOMES)
def test_a_decision_changes_the_comment_and_leads_back_to_the_list(post, browser, ana, action):
    start = next(status for status in CommentStatus if action in OFFERED[status])
    comment = make_comment(post, status=start)
    response = decide(browser, comment, action, rule=Reason.ABUSE, back="status=spam&n=50")
    assert (response.status_code, response.url) == (303, f"{QUEUE}?status=spam&n=50")
    assert status_of(comment) == OUTCOMES[action]
    assert comment.events.latest("pk").actor == ana


@pytest.mark.parametrize("action", [Action.REMOVE, Action.TRASH])
def test_what_was_taken_away_can_be_restored(post, browser, action):
    comment = make_comment(post)
    decide(browser, comment, action, rule=Reason.ABUSE)
    decide(browser, comment, Action.RESTORE)
    assert status_of(comment) == CommentStatus.PUBLISHED


def test_the_reason_of_a_removal_is_in_the_log_and_that_of_nothing_else(post, browser):
    removed, trashed = make_comment(post), make_comment(post)
    decide(browser, removed, Action.REMOVE, rule=Reason.ABUSE)
    decide(browser, trashed, Action.TRASH, rule=Reason.ABUSE)
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
    assert not UNDO_BUTTON.search(html)


def test_a_removal_without_reason_changes_nothing_and_says_why(post, browser):
    comment = make_comment(post, status=PENDING)
    response = decide(browser, comment, Action.REMOVE)
    assert response.status_code == 422
    assert "Choose the rule" in response.content.decode()
    assert comment.events.count() == 1


def test_the_slower_moderator_sees_who_was_faster_and_the_comment_as_it_stands(post, browser):
    comment = make_comment(post, status=PENDING)
    seen = comment.events.latest("pk").pk
    decide(browser, comment, Action.APPROVE)
    ben = sign_in(make_moderator("ben"))
    response = decide(ben, comment, Action.MARK_SPAM, seen=seen)
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
    response = decide(browser, comment, Action.REMOVE, rule=Reason.ABUSE)
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
    decide(browser, comment, Action.REMOVE, rule=Reason.ABUSE)
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
    assert not UNDO_BUTTON.search(read_history(browser, comment))
    decide(browser, comment, Action.APPROVE)
    read_queue(browser)
    last = comment.events.latest("pk")
    offered = re.findall(r"/undo/(\d+)/", read_history(browser, comment))
    assert offered == [str(last.pk)]


def test_the_history_leads_back_to_the_list_as_it_was(post, browser):
    html = read_history(browser, make_comment(post), back="status=spam&n=50")
    assert f'href="{QUEUE}?status=spam&amp;n=50"' in html


def test_the_log_can_be_read_after_the_comment_is_gone(post, browser):
    comment = make_comment(post, "secret words")
    event = comment.events.get()
    erasure.delete_with_comments(post, administrator=make_administrator(), expected_count=1)
    html = read_history(browser, comment)
    assert "Submitted" in html
    assert "secret words" not in html
    sent = {"decide": f"{comment.pk}.{Action.HOLD}", f"seen-{comment.pk}": event.pk}
    assert browser.post(DECIDE, sent).status_code == 404
    assert undo(browser, event).status_code == 404


def test_what_never_was_is_not_found(newsroom, browser):
    for sent in ({"decide": "1.hold", "seen-1": 1}, {"decide": "1.hold"}, {"decide": "x.hold"}):
        assert browser.post(DECIDE, sent).status_code == 404
    history, undone = (reverse(f"reader_comments:{name}", args=[1]) for name in ("history", "undo"))
    assert browser.get(history).status_code == browser.post(undone).status_code == 404
    assert not ModerationEvent.objects.exists()


def test_without_the_sidebar_every_screen_leads_to_the_others(post, browser):
    comment = make_comment(post, status=PENDING)
    for html in (read_queue(browser), read_history(browser, comment)):
        places, desk = (
            re.search(rf'<nav class="{name}".*?</nav>', html, re.DOTALL)[0]
            for name in ("queue-places", "desk-places")
        )
        assert f'href="{reverse("wagtailadmin_home")}"' in places
        for name in ("reader_comments:queue", "reader_comments:blocks", "spam_filter:report"):
            assert f'href="{reverse(name)}"' in desk
    assert reverse("reader_comments:history", args=[comment.pk]) in read_queue(browser)
