"""What moderators read who chose Spanish for the admin: no word of ours in English."""

import re
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from accounts.models import User
from comments import blocks
from comments.blocks import Entry
from comments.learning import versions
from comments.models import (
    Block,
    BlockKind,
    Cluster,
    Comment,
    CommentSettings,
    ModerationEvent,
    ModerationMode,
    ReportReason,
    SenderKey,
    SpamCheck,
)
from comments.moderation import MAX_AT_ONCE
from comments.moderation_queue import alike, explanation
from comments.moderation_queue.signs import TRICKS, clause
from comments.personal_data import Kind
from comments.spam import Sign, Verdict
from comments.states import Action, CommentStatus, Reason
from comments.wordings import propose
from tests import pages, sampling
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_user
from tests.comments.learning.making import labelled, make_version
from tests.comments.moderation_queue import desk
from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.comments.test_wordings import words
from tests.spanish import Visit, english_in
from tests.test_spanish_pages import make_full_post

pytestmark = pytest.mark.django_db


def inside_the_frame(response: HttpResponse) -> str:
    """An admin page without what stands around it: Wagtail's own frame is partly English."""
    [main] = re.findall(r"<main.*</main>", response.content.decode(), re.DOTALL)
    return str(main)


def enter(newsroom: pages.Newsroom, user: User | None = None) -> Client:
    """The browser of somebody, an administrator, who has chosen the newsroom's language."""
    user = user or make_administrator()
    language = newsroom.home.locale.language_code
    UserProfile.objects.create(user=user, preferred_language=language)
    return sign_in(user)


def queue(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), make_full_post(newsroom)
    signs = [{"sign": sign, "detail": "3"} for sign in Sign]
    signs += [{"sign": Sign.PERSONAL_DATA, "detail": ", ".join(Kind)}]
    signs += [{"sign": Sign.BLOCKED, "detail": f"{kind}: No"} for kind in BlockKind]
    held = make_comment(post, "Sí", status=CommentStatus.PENDING, evidence=signs)
    for query in ({"status": "all"}, {"q": "nada de esto"}):
        yield inside_the_frame(browser.get(desk.QUEUE, query))
    yield inside_the_frame(desk.decide(browser, held, Action.REMOVE))
    desk.decide(browser, held, Action.APPROVE)
    yield inside_the_frame(browser.get(desk.QUEUE))
    yield inside_the_frame(desk.decide(browser, held, Action.APPROVE, seen=1))
    for name, args in (
        ("reader_comments:history", [held.pk]),
        ("wagtailadmin_home", []),
        ("wagtailadmin_pages:delete", [post.pk]),
    ):
        yield inside_the_frame(browser.get(reverse(name, args=args)))
    delete = reverse("reader_comments:delete_page", args=[post.pk])
    yield inside_the_frame(browser.post(delete, {"comment_count": 0}))
    with translation.override(newsroom.home.locale.language_code):
        counts = {"published": 1, "waiting": 1}
        yield render_to_string("comments/moderation/page_counts.html", counts)


def what_readers_did_since(newsroom: pages.Newsroom) -> Iterator[str]:
    """Reported, changed, withdrawn, proven; and how a moderator answers each."""
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    comment = make_comment(post, "Sí", staff_author=make_user())
    for reason in ReportReason.values:
        make_report(comment, reason)
    yield inside_the_frame(browser.get(reverse("wagtailadmin_home")))
    yield inside_the_frame(browser.get(desk.QUEUE, {"status": "reported"}))
    for action in (Action.REFUSE_EDIT, Action.ACCEPT_EDIT):
        propose(comment, words("No"), at=timezone.now())
        yield inside_the_frame(browser.get(desk.QUEUE, {"status": "edited"}))
        desk.decide(browser, comment, action)
        yield inside_the_frame(browser.get(desk.QUEUE, {"status": "all"}))
    desk.decide(browser, comment, Action.KEEP, reports=1)
    desk.decide(browser, comment, Action.KEEP, reports=10**6)
    yield inside_the_frame(browser.get(desk.QUEUE, {"status": "all"}))
    history = reverse("reader_comments:history", args=[comment.pk])
    for action in (Action.PROVE, Action.EDIT, Action.KEEP, Action.ACCEPT_EDIT, Action.WITHDRAW):
        before = CommentStatus.PENDING if action == Action.PROVE else comment.status
        comment.events.create(
            action=action, from_status=before, to_status=comment.status, created_at=timezone.now()
        )
        yield inside_the_frame(browser.get(history))


SIGNS_IN_FULL = (
    *({"sign": sign, "detail": "3"} for sign in Sign),
    *({"sign": sign, "detail": "1"} for sign in Sign),
    *({"sign": sign, "detail": "."} for sign in Sign),
    {"sign": Sign.WORDS, "detail": ""},
    {"sign": Sign.SPAM_WORDS, "detail": ""},
    {"sign": Sign.TRICKS, "detail": ", ".join(TRICKS)},
)


def why_it_waits(newsroom: pages.Newsroom) -> Iterator[str]:
    """Each sign by itself too, for English in the middle of a sentence is not always found."""
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    with translation.override(newsroom.home.locale.language_code):
        clauses = [clause(**evidence) for evidence in SIGNS_IN_FULL]
    yield "".join(f"<p>{said}</p>" for said in clauses)
    for status in (CommentStatus.PENDING, CommentStatus.SPAM, CommentStatus.PUBLISHED):
        make_comment(post, "Sí", status=status, evidence=SIGNS_IN_FULL)
    yield inside_the_frame(browser.get(desk.QUEUE, {"status": "all"}))
    CommentSettings.objects.update_or_create(
        site=post.get_site(), defaults={"moderation": ModerationMode.HOLD_ALL}
    )
    ModerationEvent.objects.update(reason=Reason.FIRST_COMMENT)
    yield inside_the_frame(browser.get(desk.QUEUE))


def what_the_filter_thinks(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    for score in (-20.0, 0.0, 20.0):
        asked = {"verdict": Verdict.HOLD, "score": score}
        make_comment(post, "Sí", status=CommentStatus.PENDING, **asked)
    for _number in range(3):
        yield inside_the_frame(browser.get(desk.QUEUE))
        labelled(post)
    with patch.object(explanation, "LABELS_FOR_FIGURES", 1):
        yield inside_the_frame(browser.get(desk.QUEUE))
        versions.activate(make_version().pk, actor=None)
        yield inside_the_frame(browser.get(desk.QUEUE))


def what_is_alike(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    cluster = Cluster.objects.create(sketch=b"")
    read_first = [{"sign": Sign.PERSONAL_DATA, "detail": ""}]
    for evidence in ([], [], *[read_first] * 7):
        make_comment(post, "Sí", status=CommentStatus.PENDING, cluster=cluster, evidence=evidence)
    make_comment(post, "Sí", cluster=cluster)
    every = {"status": "all", "alike": cluster.pk}
    yield inside_the_frame(browser.get(desk.QUEUE))
    yield inside_the_frame(browser.get(desk.QUEUE, every))
    with patch.object(alike, "MAX_AT_ONCE", 2):
        yield inside_the_frame(browser.get(desk.QUEUE))
    [found] = alike.alike_of(
        Comment.objects.filter(cluster=cluster), among=Comment.objects.all()
    ).values()
    decide = reverse("reader_comments:decide_alike")
    for action in (Action.APPROVE, Action.MARK_SPAM):
        sent = {"alike": f"{action} {found.seen_in_one_value}"}
        yield inside_the_frame(browser.post(decide, sent, follow=True))
    for batch in set(ModerationEvent.objects.exclude(batch=None).values_list("batch", flat=True)):
        back = reverse("reader_comments:undo_alike", args=[batch])
        yield inside_the_frame(browser.post(back, follow=True))
    for seen in ("x", "1.1 " * (MAX_AT_ONCE + 1)):
        sent = {"alike": f"approve {seen}"}
        yield inside_the_frame(browser.post(decide, sent, follow=True))


def what_was_drawn_by_lot(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    binned = make_comment(post, "Sí", status=CommentStatus.SPAM)
    published = make_comment(post, "Sí")
    SpamCheck.objects.bulk_create(SpamCheck(comment=comment) for comment in (binned, published))
    yield inside_the_frame(browser.get(desk.QUEUE, {"status": "check"}))
    for comment, action in ((binned, Action.CONFIRM_SPAM), (published, Action.KEEP)):
        desk.decide(browser, comment, action)
        yield inside_the_frame(browser.get(desk.QUEUE, {"status": "check"}))
        history = reverse("reader_comments:history", args=[comment.pk])
        yield inside_the_frame(browser.get(history))


def answers_and_the_raid_switch(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    answer = reverse("reader_comments:answer", args=[make_comment(post, "Sí").pk])
    yield inside_the_frame(browser.get(answer))
    yield inside_the_frame(browser.post(answer, {"body": ""}))
    switch = reverse("reader_comments:raid", args=[post.pk])
    yield inside_the_frame(browser.get(switch))
    for sent in ({"hours": "0", "start": "1"}, {"hours": "24", "start": "1"}):
        yield inside_the_frame(browser.post(switch, sent, follow=True))
    yield inside_the_frame(browser.get(desk.QUEUE))
    for _time in range(2):
        yield inside_the_frame(browser.post(switch, {"stop": "1"}, follow=True))


def the_block_list(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    comment = make_comment(
        post, "casino", author_email="ana@example.org", author_website="https://example.org/"
    )
    SenderKey.objects.create(comment=comment, key="k", day=timezone.localdate())
    listed, form = reverse("reader_comments:blocks"), reverse("reader_comments:add_block")
    yield inside_the_frame(browser.get(listed))
    for query in ({}, {"comment": comment.pk}, {"comment": comment.pk, "kind": BlockKind.SENDER}):
        yield inside_the_frame(browser.get(form, query))
    for kind in BlockKind:
        yield inside_the_frame(browser.post(form, {"kind": kind, "typed": "!", "reason": ""}))
    sent = {"kind": BlockKind.PHRASE, "typed": "casino", "reason": "No", "days": ""}
    tried = inside_the_frame(browser.post(form, sent))
    [proof] = re.findall(r'name="tried" value="(\w+)"', tried)
    add = sent | {"tried": proof, "add": "1"}
    yield tried
    midnight = blocks.end_of_day(timezone.now())
    for kind in (BlockKind.EMAIL, BlockKind.SENDER):
        blocks.add(Entry(kind, "0", "", "No"), expires_at=midnight, user=make_user(kind))
    for _time in range(2):
        yield inside_the_frame(browser.post(form, add, follow=True))
    entry = Block.objects.latest("pk")
    removal = reverse("reader_comments:remove_block", args=[entry.pk])
    yield inside_the_frame(browser.get(removal))
    yield inside_the_frame(browser.post(removal, follow=True))


def settings_of_comments(newsroom: pages.Newsroom) -> Iterator[str]:
    browser = enter(newsroom)
    post = pages.make_post(newsroom, "Reunión")
    yield inside_the_frame(
        browser.get(
            reverse("wagtailsettings:edit", args=["comments", "commentsettings"]), follow=True
        )
    )
    for name, args in (("wagtailadmin_account", []), ("wagtailadmin_pages:edit", [post.pk])):
        yield inside_the_frame(browser.get(reverse(name, args=args)))


VISITS: list[Visit] = [
    queue,
    what_readers_did_since,
    why_it_waits,
    what_the_filter_thinks,
    what_is_alike,
    what_was_drawn_by_lot,
    answers_and_the_raid_switch,
    the_block_list,
    settings_of_comments,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_moderator_who_chose_spanish_reads_no_english(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_to_a_moderator_in_english_english_would_be_found(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(newsroom):
        assert english_in(document)
