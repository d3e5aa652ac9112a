"""Deciding on comments, in Spanish: the new card, many at once, keys, and what stands around."""

import json
from collections.abc import Iterator
from datetime import timedelta
from html import escape, unescape
from re import DOTALL, findall

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import claims, notes
from comments.models import (
    BulkItem,
    BulkJob,
    BulkOutcome,
    Comment,
    ModerationEvent,
    ReportReason,
    SavedFilter,
    Writer,
)
from comments.moderation import JointDecision, jobs
from comments.moderation_queue.saved import MOST_SAVED
from comments.spam import Sign
from comments.standing import email_digest
from comments.states import Action, CommentStatus
from tests import pages, sampling
from tests.comments.around.shifts import decide as decided_at
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue import desk
from tests.comments.moderation_queue.staff import make_administrator, make_moderator
from tests.spanish import Visit, english_in
from tests.test_spanish_desk import press, read
from tests.test_spanish_queue import enter, inside_the_frame

pytestmark = pytest.mark.django_db

PENDING = CommentStatus.PENDING
USER_BAR = r'<a href="[^"]+reader-comments[^"]+"[^>]*role="menuitem">.*?</a>'


def make_waiting(newsroom: pages.Newsroom, number: int = 3) -> list[Comment]:
    post = pages.make_post(newsroom, f"Reunión {Comment.objects.count()}")
    return [make_comment(post, "Sí", status=PENDING) for _number in range(number)]


def cards(newsroom: pages.Newsroom) -> Iterator[str]:
    """Proven, claimed, noted, threatening, broken; filters, tools, and what the scripts say."""
    browser, (first, second, third) = enter(newsroom), make_waiting(newsroom)
    writer, ana = Writer.objects.create(email_digest=email_digest("a@b.c")), make_moderator()
    Comment.objects.update(writer=writer, language="es")
    claims.claim([first.pk], user=ana, now=timezone.now())
    notes.add(first, "Ojo", author=ana)
    make_report(second, ReportReason.THREAT)
    threat = [{"sign": Sign.THREAT, "detail": detail} for detail in ("violence", "authorities")]
    Comment.objects.filter(pk=second.pk).update(evidence=threat)
    Comment.objects.filter(pk=third.pk).update(created_at=timezone.now())
    shown = inside_the_frame(browser.get(desk.QUEUE, {"more": 1, "q": "Sí"}))
    yield shown
    [texts] = findall(r'data-texts="([^"]*)"', shown)
    yield "".join(f"<p>{escape(said)}</p>" for said in json.loads(unescape(texts)).values())
    [looked_at] = findall(r'data-claimed="([^"]*)"', shown)
    yield f"<p>{looked_at}</p>"
    for query in ({"status": "all", "page": "x"}, {"status": "spam"}, {"status": "confirmed_spam"}):
        yield inside_the_frame(browser.get(desk.QUEUE, query))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("comments.rendering.from_store", lambda _html: 1 // 0)
        yield inside_the_frame(browser.get(desk.QUEUE))


def notes_and_the_author(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    writer = Writer.objects.create(email_digest=email_digest("otto@example.org"))
    proven = [make_comment(post, "Sí", writer=writer) for _number in range(2)]
    for comment in (proven[0], make_comment(post, "Sí")):
        yield read(browser, "author", comment.pk)
        yield read(browser, "history", comment.pk)
    yield press(browser, "add_note", proven[0].pk, words="")
    yield press(browser, "add_note", proven[0].pk, words="Ojo")


def several_at_once(newsroom: pages.Newsroom) -> Iterator[str]:
    browser = enter(newsroom)
    for action in (Action.APPROVE, Action.HOLD, Action.MARK_SPAM, Action.CONFIRM_SPAM,
                   Action.TRASH, Action.RESTORE):  # fmt: skip
        for number in (1, 2):
            at_once = desk.carry_out(browser, dict.fromkeys(Comment.objects.all()[:number], action))
            yield inside_the_frame(
                browser.get(at_once.url) if at_once.status_code == 303 else at_once
            )
        make_waiting(newsroom, 2)
    gone, kept, *_others = make_waiting(newsroom)
    sent = desk.fields_of(gone, choice=Action.APPROVE) | desk.fields_of(kept, choice=Action.REMOVE)
    gone.delete()
    yield press(browser, "decide", together=1, **sent)
    yield press(browser, "decide", together=1)
    yield press(browser, "claim", **desk.fields_of(kept))
    for _time in range(3):
        yield press(browser, "undo_latest")


def all_that_fit(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, waiting = enter(newsroom), make_waiting(newsroom)
    newest = ModerationEvent.objects.latest("pk").pk
    for fields in ({"matching": "remove"}, {"matching": "approve", "back": "page=x"}):
        yield press(browser, "decide_matching", up_to=newest, **fields)
    moderator = make_administrator("eva")
    decision = JointDecision(action=Action.APPROVE, moderator=moderator)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "MAX_AT_ONCE", 0)
        patch.setattr("comments.moderation.carrying.CHUNK", 2)
        job = jobs.start(Comment.objects.waiting(), decision, up_to=newest)
        jobs.carrying.carry_out_some(job.pk)
        yield read(browser, "job", job.pk)
        jobs.carry_on()
    yield read(browser, "job", job.pk)
    for outcome in BulkOutcome.values:
        BulkItem.objects.filter(comment_id=waiting[0].pk).update(outcome=outcome)
        yield read(browser, "job", job.pk)
    yield press(browser, "undo_alike", job.pk)
    for undone in BulkJob.objects.exclude(undoes=None):
        yield read(browser, "job", undone.pk)


def saved_lists(newsroom: pages.Newsroom) -> Iterator[str]:
    root = make_administrator()
    browser, _waiting = enter(newsroom, root), make_waiting(newsroom)
    yield inside_the_frame(browser.get(desk.QUEUE, {"q": "Sí"}))
    for name in ("", "Lo mío"):
        yield press(browser, "save_filter", name=name, back="q=S%C3%AD")
    SavedFilter.objects.bulk_create(
        SavedFilter(user=root, name=f"{number}", query="q=x") for number in range(MOST_SAVED)
    )
    yield press(browser, "save_filter", name="Otra", back="q=x")


def keys(newsroom: pages.Newsroom) -> Iterator[str]:
    browser = enter(newsroom)
    account = reverse("wagtailadmin_account")
    chosen = {"desk_keys-approve": "1", "desk_keys-hold": "s"}
    shown = browser.post(account, chosen).content.decode()
    found = findall(r'<section[^>]*id="[^"]*desk_keys.*?</section>', shown, DOTALL)
    yield "".join(found) or shown


def around_the_queue(newsroom: pages.Newsroom) -> Iterator[str]:
    """The dashboard, a week's numbers, a break, and what the pages' own screens say."""
    root = make_administrator()
    browser, post = enter(newsroom, root), pages.make_post(newsroom, "Reunión")
    yield read(browser, "statistics")
    for number in range(51):
        decided_at(post, root, at=timezone.now(), waited=timedelta(minutes=number))
        if number in (0, 50):
            yield read(browser, "statistics")
            yield inside_the_frame(browser.get(reverse("wagtailadmin_home")))
    for _number in range(2):
        yield "".join(findall(USER_BAR, browser.get(post.url).content.decode(), DOTALL))
        make_report(make_comment(post, "Sí", status=PENDING))
        make_report(make_comment(post, "Sí"))
        for name, page in (("edit", post), ("explore", None)):
            numbers = [page.pk] if page else [newsroom.index.pk]
            address = reverse(f"wagtailadmin_{'pages:edit' if page else name}", args=numbers)
            html = browser.get(address).content.decode()
            ours = findall(r'<td class="page-comments">.*?</td>', html, DOTALL)
            ours += findall(r'<div class="page-comments-panel">.*?</aside>', html, DOTALL)
            yield f"<div>{''.join(ours)}</div>"
    yield inside_the_frame(browser.get(desk.QUEUE))


VISITS: list[Visit] = [
    cards,
    notes_and_the_author,
    several_at_once,
    all_that_fit,
    saved_lists,
    keys,
    around_the_queue,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_who_decides_in_spanish_reads_no_english(visit: Visit, newsroom: pages.Newsroom) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_to_who_decides_in_english_english_would_be_found(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(newsroom):
        assert english_in(document)
