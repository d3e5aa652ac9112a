import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Report, ReportReason, ReportState
from comments.moderation_queue.reported import WORDS_ON_A_CARD, reports_of
from comments.states import Action, CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import decide, read_history, read_queue, undo

THREAT, SPAM, MINE = ReportReason.THREAT, ReportReason.SPAM, ReportReason.NAMES_ME


@pytest.fixture
def comment(post):
    return make_comment(post)


def keep(browser, comment, **fields):
    """Press Keep, having seen every report."""
    seen = comment.reports.order_by("-pk").values_list("pk", flat=True).first() or 0
    return decide(browser, comment, Action.KEEP, **({"reports": seen} | fields))


def states():
    return list(Report.objects.values_list("state", flat=True))


def test_reasons_are_counted_the_most_frequent_first(comment):
    for reason in (THREAT, MINE, MINE):
        make_report(comment, reason)
    last = make_report(comment, SPAM)
    found = reports_of([comment.pk])[comment.pk]
    assert found.reasons == [
        ("It is about me and I want it taken down", 2),
        ("It is spam or advertising", 1),
        ("It threatens or abuses somebody", 1),
    ]
    assert found.last_id == last.pk


def test_what_is_settled_and_what_is_about_others_does_not_show(comment, post):
    make_report(comment, state=ReportState.DISMISSED, settled_at="2026-01-01T00:00Z")
    make_report(make_comment(post))
    assert reports_of([comment.pk]) == {}


def test_the_last_words_show_and_not_more_than_a_card_has_room_for(comment):
    make_report(comment, words="")
    for number in range(WORDS_ON_A_CARD + 2):
        make_report(comment, words=f"word {number}")
    words = [item.words for item in reports_of([comment.pk])[comment.pk].words]
    assert len(words) == WORDS_ON_A_CARD
    assert {"word 0", "word 1"}.isdisjoint(words)


def test_a_card_shows_reasons_and_words_as_text(comment, browser):
    make_report(comment, MINE, words="<script>evil()</script>")
    html = read_queue(browser, status="reported")
    assert "It is about me and I want it taken down: 1" in html
    assert "&lt;script&gt;evil()&lt;/script&gt;" in html
    assert "<script>evil()" not in html


def test_keep_is_offered_where_readers_see_what_is_reported(comment, post, browser):
    held = make_comment(post, status=CommentStatus.PENDING)
    assert '.keep"' not in read_history(browser, comment)
    for one in (comment, held):
        make_report(one)
    assert '.keep"' in read_history(browser, comment)
    assert '.keep"' not in read_history(browser, held)


def test_a_kept_comment_leaves_the_tab_and_stays_on_the_page(comment, browser):
    make_report(comment)
    assert keep(browser, comment).status_code == 303
    assert f"comment-{comment.pk}" not in read_queue(browser, status="reported")
    assert Comment.objects.get().status == CommentStatus.PUBLISHED
    assert states() == [ReportState.DISMISSED]
    assert "Ana Ruiz kept this comment" in read_history(browser, comment)


def test_keeping_is_undone_with_one_button(comment, browser):
    make_report(comment)
    keep(browser, comment)
    undo(browser, comment.events.latest("pk"))
    assert states() == [ReportState.OPEN]


def test_a_report_that_came_in_meanwhile_stops_the_decision(comment, browser):
    seen = make_report(comment)
    make_report(comment)
    answer = keep(browser, comment, reports=seen.pk)
    assert answer.status_code == 409
    assert "Somebody reported this comment since you looked" in answer.content.decode()
    assert states() == [ReportState.OPEN, ReportState.OPEN]


def test_a_keep_that_says_not_what_it_has_seen_keeps_nothing(comment, browser):
    make_report(comment)
    assert keep(browser, comment, reports="").status_code == 409


def queries_of(browser):
    with CaptureQueriesContext(connection) as queries:
        read_queue(browser, status="reported")
    return len(queries)


def test_the_list_asks_as_often_for_many_reports_as_for_one(post, browser):
    make_report(make_comment(post), words="one")
    read_queue(browser, status="reported")  # fills what Wagtail keeps for the whole process
    one = queries_of(browser)
    for _number in range(15):
        comment = make_comment(post)
        for word in ("two", "three"):
            make_report(comment, words=word)
    assert queries_of(browser) == one
