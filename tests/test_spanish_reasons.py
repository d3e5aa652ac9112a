"""What readers are told of decisions, in Spanish: reasons, appeals, bans, rules, the report."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from comments import bans, moderation, rulebook, seals, transparency
from comments.blocks import Entry
from comments.models import Appeal, AppealState, BlockKind, CommentSettings, ModerationEvent
from comments.moderation import Blackout
from comments.states import Action, Reason
from operations import limits
from tests import pages, sampling
from tests.comments.appellant import answer, make_appeal, make_judge, sent, take_away
from tests.comments.factories import make_ruling
from tests.comments.reader import send
from tests.comments.transparency.past import day, happened, removals, reports
from tests.spanish import Visit, english_in, read
from tests.test_spanish_readers import FOREIGN, address, post_to, text_of

pytestmark = pytest.mark.django_db

TRANSPARENT = ("transparency:report", "transparency:log")


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in transactions, where the real counter refuses to count."""
    allowed = limits.Allowance(is_allowed=True)
    monkeypatch.setattr(limits, "take", lambda *_limits: allowed)


def removed(newsroom: pages.Newsroom) -> Appeal:
    """A comment below a new page that a moderator removed by a rule, with words, and its appeal."""
    post = pages.make_post(newsroom, f"Reunión {Page.objects.count()}")
    Appeal.objects.all().delete()
    post.reader_comments.model.objects.update(receipt_digest=None)
    comment, judge = sent(post, "Sí, Ana"), make_judge(f"judge-{post.pk}")
    take_away(comment, "remove", judge)
    return make_appeal(comment, "No")


def reasons(newsroom: pages.Newsroom) -> Iterator[str]:
    judge, post = make_judge("ana"), pages.make_post(newsroom, "Reunión")
    comment = sent(post, "Sí, Ana")
    ModerationEvent.objects.update(reason=Reason.CHECKS)
    rule = rulebook.find(Reason.ABUSE)
    ruling = make_ruling(comment, judge, rule_version=rule, explanation="Ya")
    moderation.remove(comment.pk, ruling)
    yield read(address("receipt"))
    ruling = make_ruling(comment, judge, explanation="Ya")
    moderation.redact(comment.pk, ruling, Blackout(words=("Ana",), with_name=False))
    yield read(address("receipt"))


def second_looks(newsroom: pages.Newsroom) -> Iterator[str]:
    removed(newsroom)
    Appeal.objects.all().delete()
    yield read(address("receipt"))
    yield read(address("receipt_appeal"))
    yield post_to(address("receipt_appeal"), statement="a" * 3000)
    yield post_to(address("receipt_appeal"), statement="a" * 300_000)
    yield post_to(address("receipt_appeal"), FOREIGN, statement="No")
    yield post_to(address("receipt_appeal"), **{f"field{number}": "1" for number in range(40)})
    with pytest.MonkeyPatch.context() as patch:
        busy = limits.Allowance(is_allowed=False, retry_after_seconds=90)
        patch.setattr(limits, "take", lambda *_limits: busy)
        yield post_to(address("receipt_appeal"), statement="No")
    make_judge("another")
    yield read(address("receipt"))
    yield read(address("receipt_appeal"))
    post_to(address("receipt_appeal"), statement="No")
    Appeal.objects.update(state=AppealState.UPHELD, decided_at=timezone.now())
    yield post_to(address("receipt_appeal"), statement="No")
    yield read(address("receipt_appeal"))


def outcomes(newsroom: pages.Newsroom) -> Iterator[str]:
    appeal = removed(newsroom)
    yield read(address("receipt"))
    Appeal.objects.update(due_at=timezone.now() - timedelta(days=1))
    yield read(address("receipt"))
    other = make_judge("another")
    yield read(address("receipt"))
    varied = {"rule": rulebook.find("off_topic"), "words": "No"}
    fields = {AppealState.VARIED: varied, AppealState.UPHELD: {"words": "No"}}
    for state in (AppealState.VARIED, AppealState.UPHELD, AppealState.REVERSED):
        answer(appeal, state, other, **fields.get(state, {}))
        yield read(address("receipt"))
        Appeal.objects.update(by_same_person=True)
        yield read(address("receipt"))
        appeal = removed(newsroom)


def bans_on(newsroom: pages.Newsroom) -> Iterator[str]:
    judge, post = make_judge("ana"), pages.make_post(newsroom, "Reunión")
    with pytest.MonkeyPatch.context() as patch:
        for kind in (BlockKind.NAME, BlockKind.EMAIL, BlockKind.SENDER):
            entry = Entry(kind, kind, "Ana" if kind == BlockKind.NAME else "", "No")
            made = bans.ban(entry, days=7, user=judge, now=timezone.now())
            patch.setattr("comments.blocks.ban_on", lambda *_who, made=made, **_when: made)
            refused = send(Client(), post)
            assert refused.status_code == 403
            yield text_of(refused)


def the_rules(newsroom: pages.Newsroom) -> Iterator[str]:
    judge, language = make_judge("ana"), newsroom.home.locale.language_code
    texts = {language: ("Sin gritos", "Hable."), "en": ("Sin gritos", "Hable.")}
    loud = rulebook.publish(None, code="loud", reason="abuse", texts=texts, user=judge).rule
    texts = {language: ("Sin gritos", "Hable bajo."), "en": ("Sin gritos", "Hable bajo.")}
    rulebook.publish(loud, texts=texts, user=judge)
    old = rulebook.publish(None, code="old", reason="abuse", texts=texts, user=judge).rule
    rulebook.retire(old, user=judge)
    yield read(reverse("comments:rules_in", args=[language]))
    post = pages.make_post(newsroom, "Reunión")
    yield read(reverse("comments:form", args=[post.pk]))


def the_report(newsroom: pages.Newsroom) -> Iterator[str]:
    """Before anything was sent, with every measure, and the log of decisions."""
    with translation.override(newsroom.home.locale.language_code):
        report, log = (reverse(name) for name in TRANSPARENT)
    yield read(report)
    CommentSettings.objects.update_or_create(site=newsroom.site, defaults={"publishes_log": True})
    yield read(log)
    for month in (10, 11, 12):
        removals(60 if month == 10 else 3, day(month))
        reports(9, day(month))
        for action in Action:
            for _each in range(6):
                happened(action, day(month), before="pending", reason=Reason.ABUSE)
    transparency.count_due()
    seals.seal_one(timezone.now())
    yield read(report)
    recently = timezone.now() - timedelta(days=2)
    for action in Action:
        happened(action, recently, before="pending", reason=Reason.ABUSE)
        happened(action, recently, before="pending", reason=Reason.ABUSE)
    yield read(log)


VISITS: list[Visit] = [reasons, second_looks, outcomes, bans_on, the_rules, the_report]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_spanish_reader_is_told_why_without_english(visit: Visit, newsroom: pages.Newsroom) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert '<html lang="es"' in document
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_to_an_english_reader_english_would_be_found(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(newsroom):
        assert english_in(document)
