"""What the spam filter's screens say to those who chose Spanish for the admin."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from comments.learning import versions
from comments.models import SpamCheck, SpamFilter, SpamFilterChange
from comments.serving import LABELS_TO_COUNT
from comments.spam_report.version_rows import OBJECTIONS
from tests import pages, sampling
from tests.comments.factories import make_comment, make_user
from tests.comments.learning.making import make_version, tiny_seed
from tests.comments.learning.texts import HONEST, SPAM
from tests.comments.moderation_queue.staff import make_moderator
from tests.comments.spam_report.past import address, make_decided
from tests.spanish import Visit, english_in
from tests.test_spanish_queue import enter, inside_the_frame

__all__ = ["tiny_seed"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tiny_seed")]

PLACES = ("report", "versions", "thresholds", "terms", "changes")
DAY = "2026-03-04"
MEASURED = {"auc": 0.951, "held_honest": 0.04, "caught_spam": 0.8, "binned": 0}


def read(browser: Client, *places: str) -> Iterator[str]:
    for place in places:
        yield inside_the_frame(browser.get(address(place)))


def press(browser: Client, place: str, /, **fields: object) -> str:
    return inside_the_frame(browser.post(address(place), fields, follow=True))


def try_and_do(browser: Client, place: str, button: str, **fields: object) -> Iterator[str]:
    """The dry run, and then what was tried."""
    tried: HttpResponse = browser.post(address(place), fields)
    yield inside_the_frame(tried)
    proof = tried.context["form"]["tried"].value()
    yield press(browser, place, **fields, tried=proof, **{button: "1"})


def before_anything_was_done(newsroom: pages.Newsroom) -> Iterator[str]:
    """As an administrator and as a moderator read it."""
    yield from read(enter(newsroom), *PLACES)
    yield from read(enter(newsroom, make_moderator()), *PLACES)


def the_report_card(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    for number in range(2):
        make_decided(post, is_spam=bool(number), verdict="hold")
        SpamCheck.objects.create(comment=make_decided(post, verdict="bin"))
        SpamCheck.objects.create(comment=make_comment(post))
        yield from read(browser, "report")
    for _number in range(10):
        make_decided(post, verdict="publish")
    doubted = [{"moderator": None, "on": DAY}]
    SpamFilter.objects.create(
        pk=1, serving=make_version(weights=b"broken", figures={"doubted": doubted})
    )
    versions.pause(actor=None)
    yield from read(browser, "report")
    for _time in range(2):
        yield press(browser, "vouch", day=f" {DAY}")


def what_was_learned(newsroom: pages.Newsroom) -> Iterator[str]:
    browser = enter(newsroom)
    figures = {"before": MEASURED, "after": MEASURED, "objections": list(OBJECTIONS)}
    first = make_version(figures=figures, honest_labels=1)
    versions.refuse(make_version(figures=figures, was_refused=True, spam_labels=LABELS_TO_COUNT))
    yield from read(browser, "versions")
    for number in (0, first.pk):
        yield press(browser, "activate", number=number)
    versions.activate(make_version().pk, actor=make_user())
    current = SpamFilter.current().serving_id
    for serving in (first.pk, current, first.pk, 0):
        yield press(browser, "roll_back", serving=serving)
    yield press(browser, "learning", pause="1")
    yield press(browser, "learning", resume="1")


def the_thresholds(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    yield from try_and_do(browser, "thresholds", "move", hold_at="-1.5", bin_at="6")
    for hold_at, bin_at in (("1", ""), ("2", "1")):
        yield press(browser, "thresholds", hold_at=hold_at, bin_at=bin_at)
    for number in range(2):
        make_decided(post, (HONEST, SPAM)[number], is_spam=bool(number), verdict="hold")
        for lines in (("15", "20"), ("-20", "-19"), ("-20", "20")):
            fields = dict(zip(("hold_at", "bin_at"), lines, strict=True))
            yield from try_and_do(browser, "thresholds", "move", **fields)
    yield from try_and_do(browser, "thresholds", "move", hold_at="", bin_at="")


def the_terms(newsroom: pages.Newsroom) -> Iterator[str]:
    browser, post = enter(newsroom), pages.make_post(newsroom, "Reunión")
    yield press(browser, "terms", terms="!")
    for terms in ("ruleta", "ruleta\nbingo"):
        make_comment(post, "ruleta")
        yield from try_and_do(browser, "terms", "load", terms=terms, name="L")
    make_decided(post, "bingo", is_spam=True)
    make_decided(post, "bingo")
    yield press(browser, "terms", terms="bingo")
    yield press(browser, "drop_terms")


def the_log(newsroom: pages.Newsroom) -> Iterator[str]:
    """Each kind of change, by the filter itself and by somebody."""
    browser, somebody = enter(newsroom), make_user("Sol")
    for actor in (None, somebody):
        versions.refuse(make_version(was_refused=True))
        for _time in range(2):
            versions.activate(make_version().pk, actor=actor)
        for _time in range(2):
            versions.roll_back(actor=actor)
        versions.pause(actor=actor)
        versions.resume(actor=actor)
        for lines in ((1.0, 2.0), (None, None)):
            versions.move_thresholds(*lines, actor=actor)
        for terms in (["casino"], ["casino", "bingo"]):
            versions.load_terms("L", terms, actor=actor)
        versions.drop_terms(actor=actor)
    SpamFilterChange.objects.create(kind="vouched", detail={"moderator": None, "on": DAY})
    yield from read(browser, "changes", "versions")


VISITS: list[Visit] = [
    before_anything_was_done,
    the_report_card,
    what_was_learned,
    the_thresholds,
    the_terms,
    the_log,
]


@pytest.fixture
def newsroom() -> pages.Newsroom:
    return pages.make_newsroom()


@pytest.mark.parametrize("visit", VISITS)
def test_who_chose_spanish_reads_no_english_of_the_filter(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(pages.make_translation(newsroom)):
        assert english_in(document) == set()


@pytest.mark.parametrize("visit", sampling.of(VISITS, sample=VISITS[::3]))
def test_to_who_reads_english_the_english_of_the_filter_would_be_found(
    visit: Visit, newsroom: pages.Newsroom
) -> None:
    for document in visit(newsroom):
        assert english_in(document)
