"""What is refused before anything is stored: bans, closed pages, lost parents, links, floods."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from math import ceil
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page, Site

from comments import blocks, pace
from comments.attempts import attempt
from comments.blocks import Person
from comments.case import Case
from comments.models import Block, BlockKind, Comment, CommentableMixin
from comments.spam import Evidence
from operations import page_cache


class Origin(StrEnum):
    """Where a form post came from, as far as its headers prove it."""

    OWN = "own"
    UNKNOWN = "unknown"  # old browsers, curl, a stripped header: stored, but never published unread
    FOREIGN = "foreign"


def judge_origin(headers: Mapping[str, str], *, own_origin: str) -> Origin:
    """Judge by Sec-Fetch-Site, else by Origin; the form needs no cookie and no token for this.

    `own_origin` is scheme and host of the newsroom, as in "https://news.example.org".
    """
    fetch_site = headers.get("Sec-Fetch-Site")
    origin = headers.get("Origin")
    if fetch_site in ("cross-site", "same-site"):
        return Origin.FOREIGN
    if origin and origin not in ("null", own_origin):
        return Origin.FOREIGN
    if fetch_site == "same-origin" or origin == own_origin:
        return Origin.OWN
    return Origin.UNKNOWN


def commentable_page(page_id: int, *, site: Site | None) -> Page | None:
    """The page if anybody may read it on this site and its type takes comments, else None.

    Drafts, expired, private and foreign pages answer as pages that do not exist. The page comes
    with its locale.
    """
    model = page_cache.while_unchanged((__name__, page_id), lambda: _commentable_type(page_id))
    if site is None or model is None:
        return None
    page: Page | None = model.objects.select_related("locale").filter(pk=page_id).first()
    return page if page and _belongs_to(page, site) else None


def _commentable_type(page_id: int) -> Any:  # Any: some type of page
    """The type of a public page, None for one that takes no comments."""
    public = Page.objects.live().public().filter(pk=page_id, alias_of=None).order_by()
    kind = public.values_list("content_type", flat=True).first()
    model = ContentType.objects.get_for_id(kind).model_class() if kind else None
    return model if model and issubclass(model, CommentableMixin) else None


def _belongs_to(page: Page, site: Site) -> bool:
    parts = page.get_url_parts()
    return parts is not None and parts[0] == site.pk


@dataclass(frozen=True)
class Refusal:
    """Why a submission is not taken: the answer's status code, and what the reader is told.

    `retry_after_seconds` says when it will be taken, 0 when waiting does not help.
    """

    http_status: int
    message: str | Promise
    retry_after_seconds: int = 0


FORM_USED_BEFORE = Refusal(
    422, _("This form has already brought in a comment. Your new text is here: send it again.")
)
LINKS_ARE_OFF = Refusal(
    422, _("Links cannot be sent here at the moment. Take them out, and send it again.")
)
STORE_IS_BUSY = Refusal(
    503, _("The newsroom is too busy to keep this. Your text is still here: send it again."), 60
)
# Whoever bears the name, or sits in the same network, may be somebody else: they are told what
# to do.
_BANNED = {
    BlockKind.NAME: _(
        "Until %(time)s nothing is taken under this name: a moderator has banned somebody who "
        "used it, because of our rules. If that was not you, choose another name."
    ),
    BlockKind.EMAIL: _(
        "Until %(time)s nothing is taken from this writer: a moderator has banned them, because "
        "of our rules."
    ),
    BlockKind.SENDER: _(
        "Until %(time)s nothing is taken from your network: a moderator has banned somebody who "
        "wrote from it, because of our rules. If that was not you, send it again after that."
    ),
}
_AGAINST_A_BAN = _(
    "Your text was not sent; it is still here. If the ban is wrong, ask for a second look from the "
    "receipt of your comment, or write to the newsroom."
)


class SubmissionRefused(Exception):
    """Nothing was stored; the typed text goes back to its writer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.message))
        self.refusal = refusal


@contextmanager
def refused_when_busy() -> Iterator[None]:
    """Around what stores words: a database that is locked or away refuses them, text kept."""
    try:
        yield
    except OperationalError as problem:
        raise SubmissionRefused(STORE_IS_BUSY) from problem


def refuse_banned(person: Person, *, now: datetime) -> None:
    """Raise `SubmissionRefused` when somebody is banned, with until when, and how to object."""
    if ban := blocks.ban_on(person, now=now):
        raise SubmissionRefused(_told(ban, now=now))


def sender_is_banned(case: Case) -> Refusal | None:
    """Refuse whoever is banned, and say so: nobody writes on without knowing."""
    sent = case.submission
    ban = blocks.ban_on(blocks.who_sent(sent), now=sent.sent_at)
    return _told(ban, now=sent.sent_at) if ban else None


def _told(ban: Block, *, now: datetime) -> Refusal:
    """What a banned person is told, in the language of the page. A ban always ends."""
    ends_at = ban.expires_at or now
    time = date_format(timezone.localtime(ends_at), "DATETIME_FORMAT")
    message = _BANNED[BlockKind(ban.kind)] % {"time": time}
    seconds = ceil((ends_at - now).total_seconds())
    return Refusal(403, f"{message} {_AGAINST_A_BAN}", seconds)


def comments_are_closed(case: Case) -> Refusal | None:
    """Refuse when the editor, the rules or the date have closed the page's comments."""
    if case.rules.is_open or case.submission.revises:
        return None
    return Refusal(403, _("Comments on this page are closed. Your text was not sent."))


def parent_is_lost(case: Case) -> Refusal | None:
    """Refuse a reply to what is not public on this page; held or never there, one answer."""
    sent = case.submission
    if sent.parent_id is None or sent.revises:
        return None
    public = Comment.objects.published().filter(page_id=sent.page_id)
    if public.filter(pk=sent.parent_id).exists():
        return None
    return Refusal(400, _("The comment that you are answering is not here. Send yours without it?"))


def links_are_off(case: Case) -> Refusal | None:
    """Refuse links while the page's raid switch is on."""
    if case.rules.allows_links:
        return None
    # The form of an edit has no field for the website that came with the comment.
    has_website = case.submission.author_website and not case.submission.revises
    has_links = "<a " in case.rendered.html or has_website
    return LINKS_ARE_OFF if has_links else None


def too_many_were_sent(case: Case) -> Refusal | None:
    """Refuse, for some minutes, what comes faster than people write."""
    sent = case.submission
    allowance = pace.take_turn(
        sent.sender.key,
        is_known=sent.sender.is_known and bool(sent.sender.key),
        page_id=sent.page_id,
        slowness=case.rules.slowness,
    )
    if allowance.is_allowed:
        return None
    minutes = ceil(allowance.retry_after_seconds / 60)
    message = ngettext(
        "Many comments are coming in at the moment. Your text is still here: send it again in "
        "%(minutes)s minute.",
        "Many comments are coming in at the moment. Your text is still here: send it again in "
        "%(minutes)s minutes.",
        minutes,
    )
    return Refusal(429, message % {"minutes": minutes}, allowance.retry_after_seconds)


Guard = Callable[[Case], Refusal | None]

# Counting comes last: what is refused for another reason uses up nobody's turns.
GUARDS: tuple[Guard, ...] = (
    sender_is_banned,
    comments_are_closed,
    parent_is_lost,
    links_are_off,
    too_many_were_sent,
)


def refuse_or_pass(case: Case, guards: tuple[Guard, ...] = GUARDS) -> tuple[Evidence, ...]:
    """Raise `SubmissionRefused` on the first objection; a guard that broke is a doubt instead."""
    failures = []
    for guard in guards:
        refusal, failure = attempt(guard.__name__, partial(guard, case))
        if refusal:
            raise SubmissionRefused(refusal)
        failures += [failure] if failure else []
    return tuple(failures)
