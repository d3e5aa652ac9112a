"""What is refused before anything is stored: foreign forms, closed pages, lost parents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from comments.models import Comment, CommentableMixin
from comments.submission import Submission


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

    Drafts, expired, private and foreign pages answer as pages that do not exist.
    """
    page = Page.objects.live().public().filter(pk=page_id, alias_of=None).specific().first()
    if site is None or not isinstance(page, CommentableMixin):
        return None
    return page if _belongs_to(page, site) else None


def _belongs_to(page: Page, site: Site) -> bool:
    parts = page.get_url_parts()
    return parts is not None and parts[0] == site.pk


@dataclass(frozen=True)
class Refusal:
    """Why a submission is not taken: the answer's status code, and what the reader is told."""

    http_status: int
    message: str | Promise


FORM_USED_BEFORE = Refusal(
    422, _("This form has already brought in a comment. Your new text is here: send it again.")
)


class SubmissionRefused(Exception):
    """Nothing was stored; the typed text goes back to its writer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.message))
        self.refusal = refusal


def comments_are_closed(submission: Submission, page: CommentableMixin) -> Refusal | None:
    """Refuse when the editor has closed the page's comments."""
    if page.comments_open:
        return None
    return Refusal(403, _("Comments on this page are closed. Your text was not sent."))


def parent_is_lost(submission: Submission, page: CommentableMixin) -> Refusal | None:
    """Refuse a reply to what is not public on this page; held or never there, one answer."""
    if submission.parent_id is None:
        return None
    public = Comment.objects.published().filter(page_id=submission.page_id)
    if public.filter(pk=submission.parent_id).exists():
        return None
    return Refusal(400, _("The comment that you are answering is not here. Send yours without it?"))


Guard = Callable[[Submission, CommentableMixin], Refusal | None]

GUARDS: tuple[Guard, ...] = (comments_are_closed, parent_is_lost)


def first_refusal(submission: Submission, page: CommentableMixin) -> Refusal | None:
    """The first guard's objection, or None when all let the submission pass."""
    return next(filter(None, (guard(submission, page) for guard in GUARDS)), None)
