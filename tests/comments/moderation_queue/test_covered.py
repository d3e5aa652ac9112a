"""No screen of the desk shows a number that the card covers, before somebody asks for it."""

import re

import pytest
from django.template.loader import render_to_string

from comments.models import BulkItem, BulkJob, BulkOutcome, CommentVersion, VersionState
from comments.moderation_queue import jobs
from comments.states import Action, CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment
from tests.comments.moderation_queue.desk import decide, read_history, read_queue

NUMBER = "208-555-0177"
EVIDENCE = [
    {"sign": "words", "detail": f"{NUMBER}, ahora"},
    {"sign": "terms", "detail": NUMBER},
    {"sign": "personal_data", "detail": "phone"},
]
THREAT = [{"sign": "threat", "detail": "violence"}]
COVERED_WHOLE = re.compile(r'<details class="moderation-card__threat">.*?</details>', re.DOTALL)
ASKED_FOR = re.compile(r"<details.*?</details>|<pre.*?</pre>", re.DOTALL)


@pytest.fixture
def comment(post):
    return make_comment(
        post,
        f"Llama ahora al {NUMBER}.",
        status=CommentStatus.PENDING,
        author_name=f"Ana {NUMBER}",
        author_website="https://ana.example",
        evidence=EVIDENCE,
    )


def seen(html):
    """What shows before anything was opened."""
    return ASKED_FOR.sub("", html)


def test_not_on_the_card_and_not_on_its_history(comment, browser):
    for html in (read_queue(browser), read_history(browser, comment)):
        assert NUMBER in html
        assert NUMBER not in seen(html)
        assert "words often in spam: (covered), ahora" in html


@pytest.mark.parametrize(("reason", "shows_words"), [("names_me", True), ("threat", False)])
def test_not_in_what_readers_wrote_to_a_report(post, browser, reason, shows_words):
    make_report(make_comment(post), reason, words=f"He says he will find me: {NUMBER}.")
    html = read_queue(browser, status="reported")
    assert NUMBER in html
    assert NUMBER not in seen(html)
    assert ("He says he will find me" in seen(html)) == shows_words


def test_not_in_what_an_edit_says(post, browser):
    comment = make_comment(post, "Come.")
    CommentVersion.objects.create(
        comment=comment,
        body=f"Ahora: {NUMBER}",
        state=VersionState.WAITING,
        evidence=EVIDENCE,
        written_at=SAID_AT,
    )
    html = read_queue(browser, status="edited")
    assert "words often in spam: (covered), ahora" in html
    assert NUMBER not in seen(html)


def test_not_where_an_answer_to_it_is_decided_on(post, comment, browser):
    make_comment(post, "Gracias.", parent=comment, status=CommentStatus.SPAM)
    assert NUMBER not in seen(read_queue(browser, status="spam").replace(" open>", ">"))


def test_not_in_the_message_about_a_decision(comment, browser):
    decide(browser, comment, Action.TRASH)
    assert "Trashed the comment by Ana […]." in read_queue(browser)


def test_not_in_the_list_of_what_was_left(comment, ana, rf):
    job = BulkJob.objects.create(action=Action.APPROVE, moderator=ana)
    BulkItem.objects.create(
        job=job, comment_id=comment.pk, seen_event_id=1, outcome=BulkOutcome.TO_BE_READ
    )
    told = jobs.tell(job, back="")
    assert "Ana […]" in told.as_message(rf.get("/"))
    assert NUMBER not in told.as_message(rf.get("/"))


def test_not_in_the_lists_of_the_spam_filter(comment):
    html = render_to_string("comments/spam_filter/comment_line.html", {"comment": comment})
    assert "Llama ahora al […]." in html
    assert NUMBER not in html


def test_as_it_was_written_keeps_the_number_covered_by_its_name(comment, browser):
    html = read_history(browser, comment)
    source = html[html.index("queue__source") :]
    assert re.search(rf"<summary[^>]*>a telephone number</summary>{NUMBER}", source)
    assert source.count(NUMBER) == 1
    assert re.search(r"a link</summary>https://ana\.example", html)


def test_earlier_words_keep_it_covered_by_its_name(post, browser):
    comment = make_comment(post, "Come.")
    CommentVersion.objects.create(
        comment=comment,
        body=f"Ahora: {NUMBER}",
        state=VersionState.REPLACED,
        evidence=EVIDENCE,
        written_at=SAID_AT,
        settled_at=SAID_AT,
    )
    html = read_history(browser, comment)
    assert re.search(rf"<summary[^>]*>a telephone number</summary>{NUMBER}", html)
    assert html.count(NUMBER) == 1


@pytest.mark.parametrize(("evidence", "shows_words"), [([], True), (THREAT, False)])
def test_a_threat_is_not_read_below_what_answers_it(post, browser, evidence, shows_words):
    parent = make_comment(post, "I will find you.", evidence=evidence)
    make_comment(post, "Calm down.", parent=parent, status=CommentStatus.PENDING)
    html = read_queue(browser)
    assert "I will find you." in html
    assert ("I will find you." in COVERED_WHOLE.sub("", html)) == shows_words


@pytest.mark.parametrize(("evidence", "shows_words"), [([], True), (THREAT, False)])
def test_nor_in_what_an_edit_says(post, browser, evidence, shows_words):
    CommentVersion.objects.create(
        comment=make_comment(post, "Come."),
        body="I will find you.",
        body_html="<p>I will find you.</p>",
        state=VersionState.WAITING,
        evidence=evidence,
        written_at=SAID_AT,
    )
    html = read_queue(browser, status="edited")
    assert "I will find you." in html
    assert ("I will find you." in COVERED_WHOLE.sub("", html)) == shows_words
