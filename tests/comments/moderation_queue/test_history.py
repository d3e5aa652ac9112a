import re

from django.urls import reverse

from comments import erasure, moderation
from comments.states import Action, CommentStatus, Reason
from tests.comments.appellant import make_appeal, take_away
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import (
    DECIDE,
    QUEUE,
    UNDO_BUTTON,
    decide,
    read_history,
    read_queue,
    undo,
)
from tests.comments.moderation_queue.staff import make_administrator

PENDING = CommentStatus.PENDING


def test_one_comment_is_decided_on_its_own_page_and_nothing_else_with_it(post, browser):
    comment, other = make_comment(post), make_comment(post)
    html = read_history(browser, comment)
    assert f'value="{comment.pk}.hold"' in html
    assert str(other.pk) not in html
    assert f"choice-{comment.pk}" not in html


def test_a_comment_that_never_was_has_no_history(newsroom, browser):
    assert browser.get(reverse("reader_comments:history", args=[1])).status_code == 404


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
    undo(browser, last)
    read_queue(browser)
    assert not UNDO_BUTTON.search(read_history(browser, comment))


def test_the_history_offers_to_undo_no_hold_by_readers(post, browser):
    comment = make_comment(post)
    moderation.hold_reported(comment.pk)
    assert not UNDO_BUTTON.search(read_history(browser, comment))


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


def test_the_history_leads_to_the_appeal_that_waits(post, browser, ana):
    comment = make_comment(post)
    take_away(comment, "trash", ana)
    url = reverse("reader_comments:appeal", args=[make_appeal(comment).pk])
    assert f'href="{url}"' in read_history(browser, comment)
