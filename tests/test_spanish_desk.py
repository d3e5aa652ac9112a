"""What the screens around the queue say to moderators who chose Spanish: no English of ours."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments import bans, irreversible, receipts, seals
from comments.blocks import Entry
from comments.irreversible import mark_of, wanted_of
from comments.models import (
    Appeal,
    AppealState,
    Block,
    BlockKind,
    Cluster,
    Comment,
    CommentSettings,
    DeskAct,
    DeskEvent,
    IrreversibleAct,
    Rule,
    SectionModerator,
    SenderKey,
    Writer,
)
from comments.standing import email_digest
from comments.states import CommentStatus
from operations import limits
from tests import pages, sampling
from tests.comments.appellant import answer, sent
from tests.comments.desk.appealed import binned_and_appealed, removed_and_appealed, seen_alike
from tests.comments.desk.appealed import send as send_answer
from tests.comments.desk.test_redaction import carry_out
from tests.comments.factories import make_comment
from tests.comments.irreversible.wishes import ask
from tests.comments.moderation_queue.staff import make_administrator, make_moderator
from tests.spanish import Visit, english_in
from tests.test_spanish_queue import enter, inside_the_frame

pytestmark = pytest.mark.django_db

ADDRESS, PASSWORD = "otto@example.org", "correct horse"


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in transactions, where the real counter refuses to count."""
    allowed = limits.Allowance(is_allowed=True)
    monkeypatch.setattr(limits, "take", lambda *_limits: allowed)


def read(browser: Client, name: str, /, *args: object, **query: object) -> str:
    return inside_the_frame(browser.get(reverse(f"reader_comments:{name}", args=args), query))


def press(browser: Client, name: str, /, *args: object, **fields: object) -> str:
    address = reverse(f"reader_comments:{name}", args=args)
    return inside_the_frame(browser.post(address, fields, follow=True))


def appeal_against(post: Page, moderator: User) -> Appeal:
    """Another one, of a comment with a receipt of its own."""
    number = Comment.objects.count()
    comment = sent(post, "Sí", receipt_digest=receipts.digest(f"{number}"))
    return removed_and_appealed(comment, moderator)


def appeals_of_others(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    yield read(browser, "appeals")
    ana, cluster = make_moderator(), Cluster.objects.create(sketch=b"")
    spam = [binned_and_appealed(post, ana, cluster=cluster) for _number in range(3)]
    waiting = [appeal_against(post, ana) for _state in range(4)]
    Appeal.objects.filter(pk=waiting[0].pk).update(due_at=timezone.now() - timedelta(days=2))
    yield read(browser, "appeals")
    for each in (*waiting[:2], spam[0]):
        yield read(browser, "appeal", each.pk)
    for fields in ({"outcome": ""}, {"words": ""}, {"outcome": "varied", "rule": ""}):
        yield inside_the_frame(send_answer(browser, waiting[0], **fields))
    yield inside_the_frame(send_answer(browser, waiting[0], seen_event_id=1))
    for state, each in zip(("upheld", "reversed", "varied"), waiting, strict=False):
        fields = {"rule": "off_topic", "seen_event_id": each.comment.events.latest("pk").pk}
        yield press(browser, "appeal", each.pk, outcome=state, words="No.", **fields)
        yield read(browser, "appeal", each.pk)
    yield inside_the_frame(send_answer(browser, waiting[0]))
    seen = spam[0].comment.events.latest("pk").pk
    fields = seen_alike(browser, spam[0]) | {"seen_event_id": seen}
    yield press(browser, "appeal", spam[0].pk, outcome="upheld", words="No.", **fields)
    yield read(browser, "appeals", answered=1)
    waiting[3].comment.delete()
    yield read(browser, "appeals")


def appeals_against_oneself(newsroom: pages.Newsroom) -> Iterator[str]:
    root, post = make_administrator(), pages.make_post(newsroom, "Reunión")
    browser = enter(newsroom, root)
    appeal = appeal_against(post, root)
    yield read(browser, "appeal", appeal.pk)
    Appeal.objects.update(created_at=timezone.now() - timedelta(days=2))
    yield read(browser, "appeal", appeal.pk)
    answer(appeal, AppealState.UPHELD, root, words="No.")
    yield read(browser, "appeal", appeal.pk)
    yield read(browser, "appeals", answered=1)
    another = appeal_against(post, root)
    for name in ("ana", "ben"):
        judge = make_moderator(name)
        yield read(browser, "appeal", another.pk)
    yield inside_the_frame(send_answer(browser, another))
    CommentSettings.objects.update_or_create(
        site=newsroom.site, defaults={"has_senior_moderators": True}
    )
    yield read(enter(newsroom, judge), "appeal", another.pk)


def banning(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    yield read(browser, "bans")
    writer = Writer.objects.create(email_digest=email_digest(ADDRESS))
    comments = [
        make_comment(post, "Sí", author_name="Otto", writer=writer, status=status)
        for status in (CommentStatus.PENDING, CommentStatus.PENDING, CommentStatus.PUBLISHED)
    ]
    key = {"key": "k", "day": timezone.localdate()}
    SenderKey.objects.create(comment=comments[0], **key)
    unnamed = make_comment(post, "Sí", author_name="")
    for query in ({}, {"comment": comments[0].pk}, {"comment": unnamed.pk}):
        yield read(browser, "ban", **query)
    typed = {"days": "30", "reason": "No"}
    for fields in (
        {},
        {"kind": "host", "typed": "x"},
        {"kind": "name", "typed": "!"},
        {"kind": "email", "typed": "x"},
        {"kind": "name", "typed": "Otto", "try": "1"},
        {"kind": "email", "typed": ADDRESS, "try": "1", "days": "7"},
    ):
        yield press(browser, "ban", **(typed | fields))
    of_comment = {"kind": "email", "comment": comments[0].pk, "ban": "1", "bins": "on"}
    yield press(browser, "ban", **typed, **of_comment, up_to=10**9)
    for kind in (BlockKind.NAME, BlockKind.SENDER):
        entry = Entry(kind, "otto", "Otto" if kind == BlockKind.NAME else "", "No")
        bans.ban(entry, days=30, user=make_moderator(kind), now=timezone.now())
    yield read(browser, "bans")
    for block in Block.objects.filter(is_ban=True):
        yield read(browser, "lift_ban", block.pk)
        yield press(browser, "lift_ban", block.pk)


def blacking_out(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    comment = make_comment(
        post, "Ana: 212-555-0134, Ana", status=CommentStatus.PENDING, author_name="Ana"
    )
    comment.versions.create(
        state="replaced",
        body="Ana",
        body_html="",
        written_at=timezone.now(),
        settled_at=timezone.now(),
    )
    yield read(browser, "redact", comment.pk)
    tries = (
        {"words": ""},
        {"words": "\n".join(["Ana"] * 100)},
        {"words": "a" * 1000},
        {"words": "Ana", "explanation": "Ana"},
        {"words": "Ana"},
        {"words": "nada", "redact": "1"},
        {"found": "0", "with_name": "on"},
    )
    seen = {"seen": comment.events.latest("pk").pk}
    for fields in tries:
        shown = browser.get(reverse("reader_comments:redact", args=[comment.pk]))
        seen = {"seen": shown.context["form"]["seen"].value()}
        yield press(browser, "redact", comment.pk, **seen, **fields)
    yield inside_the_frame(carry_out(browser, comment, words="nada"))
    for button in ("approve", "redact"):
        done = carry_out(
            browser, comment, button=button, words="Ana" if button == "redact" else "0134"
        )
        assert done.status_code == 303
        yield inside_the_frame(browser.get(done.url))
    yield read(browser, "history", comment.pk)


def the_rules(newsroom: pages.Newsroom) -> Iterator[str]:
    browser = enter(newsroom)
    yield read(browser, "rules")
    yield read(browser, "add_rule")
    said = {"reason": "abuse", "title_en": "Sin gritos", "title_es": "Sin gritos", "text_en": "Ya"}
    yield press(browser, "add_rule", **said)
    yield press(browser, "add_rule", **(said | {"title_es": "", "text_es": "Ya"}))
    rule = Rule.objects.get(code="sin-gritos")
    yield read(browser, "change_rule", rule.pk)
    for text in ("Ya", "No"):
        yield press(browser, "change_rule", rule.pk, **(said | {"text_en": text}))
    for name in ("move_rule", "retire_rule", "bring_back_rule"):
        yield press(browser, name, rule.pk)
    for each in Rule.objects.all():
        yield press(browser, "retire_rule", each.pk)


def the_sections(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, ana = enter(newsroom), make_moderator()
    pages.make_post(newsroom, "Reunión")
    yield read(browser, "sections")
    yield press(browser, "sections", user=ana.pk, page=newsroom.index.pk)
    [given] = SectionModerator.objects.all()
    yield press(browser, "take_section", given.pk)
    SectionModerator.objects.create(user=ana, page=None)
    yield read(browser, "sections")


def what_is_for_ever(newsroom: pages.Newsroom) -> Iterator[str]:
    root, post = make_administrator(), pages.make_post(newsroom, "Reunión")
    root.set_password(PASSWORD)
    root.save()
    browser, other = enter(newsroom, root), make_administrator("eva")
    yield read(browser, "irreversible")
    comment = make_comment(post, "Sí", status=CommentStatus.SPAM)
    for kind in ("purge", "export"):
        yield read(browser, "ask_irreversible", kind=kind, comment=comment.pk)
    yield read(browser, "ask_irreversible", kind="purge", list="status=trashed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(irreversible, "MAX_WANTED", 0)
        yield read(browser, "ask_irreversible", kind="purge", comment=comment.pk)
    asked = {"kind": "purge", "comment": comment.pk, "password": PASSWORD}
    asked["expected"] = mark_of(wanted_of(Comment.objects.filter(pk=comment.pk)))
    for fields in ({"password": "x"}, {"expected": "2"}, {}):
        yield press(browser, "ask_irreversible", **(asked | fields))
    with pytest.MonkeyPatch.context() as patch:
        busy = limits.Allowance(is_allowed=False, retry_after_seconds=90)
        patch.setattr(limits, "take", lambda *_limits: busy)
        yield press(browser, "ask_irreversible", **asked)
    [act] = IrreversibleAct.objects.all()
    for _time in range(2):
        yield press(browser, "call_off_irreversible", act.pk)
    second = ask(other, comment, needs_second=True)
    yield read(browser, "irreversible")
    yield read(browser, "confirm_irreversible", second.pk)
    yield press(browser, "confirm_irreversible", second.pk, password=PASSWORD)
    IrreversibleAct.objects.filter(pk=second.pk).update(done_at=timezone.now())
    made = ask(root, comment, kind="export")
    yield read(browser, "irreversible")
    irreversible.call_off(made.pk, administrator=root, now=timezone.now())


def the_log(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    yield read(browser, "log")
    yield read(browser, "authorities")
    request = {"items": "3", "country": "us"}
    for wanted, outcome in (("removal", "complied"), ("data", "partly"), ("other", "refused")):
        yield press(browser, "authorities", wanted=wanted, outcome=outcome, **request)
    yield press(browser, "authorities", items="3", country="u")
    comment = make_comment(post, "Sí")
    for act in DeskAct.values:
        DeskEvent.objects.create(act=act, subject=comment.pk)
    seals.seal_one(timezone.now() + timedelta(hours=1))
    yield read(browser, "log")
    yield read(browser, "log", act="trash")


VISITS: list[Visit] = [
    appeals_of_others,
    appeals_against_oneself,
    banning,
    blacking_out,
    the_rules,
    the_sections,
    what_is_for_ever,
    the_log,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_desk_speaks_no_english_to_who_chose_spanish(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_english_would_be_found_on_the_desk(visit: Visit, newsroom: pages.Newsroom) -> None:
    for document in visit(newsroom):
        assert english_in(document)
