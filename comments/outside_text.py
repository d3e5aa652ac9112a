"""The door for words that are no comments: what a form of another room brings is judged alike.

Nothing of it is kept here, and the filter learns nothing from it.
"""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum

from django.http import HttpRequest
from wagtail.models import Page

from comments import conf, guards, pace, policy, rendering, spam, spam_context
from comments.attempts import attempt
from comments.guards import Origin
from comments.models import ModerationMode
from comments.spam import Assessment, Evidence, Sign, Verdict
from comments.states import CommentStatus
from comments.submission import Sender, Submission

MAX_CHARACTERS = conf.MAX_BODY_CHARACTERS
"""As much of a text as is judged; of a longer one nobody knows enough."""
MAX_REQUEST_BYTES = conf.MAX_REQUEST_BYTES


class Opinion(StrEnum):
    """What is made of the words."""

    FINE = "fine"
    DOUBTFUL = "doubtful"
    SPAM = "spam"


_OPINIONS = {CommentStatus.PUBLISHED: Opinion.FINE, CommentStatus.SPAM: Opinion.SPAM}


@dataclass(frozen=True, kw_only=True)
class Words:
    """What somebody sent, and how. Times are aware; `key` is that of the one form.

    `is_uncounted` says that nobody could count how much its sender sends.
    """

    page: Page
    body: str
    key: str
    opened_at: datetime
    sent_at: datetime
    name: str = ""
    website: str = ""
    email: str = field(default="", repr=False)
    is_trap_filled: bool = False
    is_origin_proven: bool = False
    is_uncounted: bool = False


@dataclass(frozen=True)
class Judged:
    """The opinion, and its evidence as the database keeps it."""

    opinion: Opinion
    evidence: list[dict[str, str]]


@dataclass(frozen=True)
class Asker:
    """What a request tells of who sent it: its key of the day, and how far it is theirs alone."""

    key: str
    is_known: bool
    is_origin_proven: bool
    is_foreign: bool


def asker_of(request: HttpRequest, *, now: datetime) -> Asker:
    """Who sends a form. Call it outside a transaction; nothing of it is to be kept."""
    own = f"{request.scheme}://{request.get_host()}"
    origin = guards.judge_origin(request.headers, own_origin=own)
    return Asker(
        key=pace.sender_key(request, now=now),
        is_known=pace.is_known(request),
        is_origin_proven=origin == Origin.OWN,
        is_foreign=origin == Origin.FOREIGN,
    )


def judge(words: Words) -> Judged:
    """Judge them as a comment of somebody unknown; what breaks on the way asks for a person."""
    assessment, failure = attempt("spam.assess", lambda: _assess(words))
    if assessment is None:
        assessment = Assessment(Verdict.HOLD, 0.0, ())
    doubts = [*filter(None, [failure]), *_doubts(words)]
    decision = policy.decide(
        assessment, doubts=doubts, mode=ModerationMode.HOLD_DOUBTFUL, is_known=False
    )
    evidence = [asdict(each) for each in (*assessment.evidence, *doubts)]
    return Judged(_OPINIONS.get(decision.status, Opinion.DOUBTFUL), evidence)


def _assess(words: Words) -> Assessment:
    submission = _submission(words)
    site = words.page.get_site()
    context = spam_context.gather(
        submission,
        rendering.render(submission.body),
        own_host=site.hostname if site else "",
    )
    return spam.assess(submission, context)


def _doubts(words: Words) -> list[Evidence]:
    signs = {
        Sign.ORIGIN: not words.is_origin_proven,
        Sign.NOT_COUNTED: words.is_uncounted,
        Sign.CHECK_FAILED: len(words.body) > MAX_CHARACTERS,
    }
    return [Evidence(sign) for sign, is_found in signs.items() if is_found]


def _submission(words: Words) -> Submission:
    return Submission(
        page_id=words.page.pk,
        parent_id=None,
        author_name=words.name,
        author_website=words.website,
        author_email=words.email,
        body=words.body[:MAX_CHARACTERS],
        key=words.key,
        opened_at=words.opened_at,
        sent_at=words.sent_at,
        is_honeypot_filled=words.is_trap_filled,
        sender=Sender(),
    )
