"""What became of a decision on many: in a message, to a script, and on a page of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import permissions
from comments.models import BulkJob, BulkOutcome, Comment
from comments.moderation import (
    DecisionRefused,
    RuleGone,
    StaleDecision,
    ToBeRead,
    TransitionNotAllowed,
)
from comments.moderation_queue import wording
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import screen
from comments.states import Action

# The others are told by their number: a message is read in passing, a page in a minute.
NAMED_IN_A_MESSAGE = 5
NAMED_ON_A_PAGE = 50
LEFT = (BulkOutcome.STALE, BulkOutcome.REFUSED, BulkOutcome.TO_BE_READ)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What became of a job so far; `left` are the first of those that were left as they are."""

    job: BulkJob
    counts: Mapping[str, int]
    left: Sequence[tuple[Comment, str]]
    back: str

    @property
    def address(self) -> str:
        """Where its progress is shown."""
        return (
            f"{reverse('reader_comments:job', args=[self.job.pk])}?{urlencode({'back': self.back})}"
        )

    @property
    def sentence(self) -> str:
        """How many it was carried out on, and whether the rule stopped it there."""
        done = str(wording.TOGETHER[self.job.action] % self.counts.get(BulkOutcome.DONE, 0))
        if not (self.counts.get(BulkOutcome.REFUSED) and _lost_its_rule(self.job)):
            return done
        why = _("The rule was changed or retired meanwhile; the others are left as they are.")
        return f"{done} {why}"

    @property
    def total(self) -> int:
        """How many comments it is about."""
        return sum(self.counts.values())

    @property
    def decided(self) -> int:
        """On how many of them it is settled what becomes of them."""
        return self.total - self.counts.get(BulkOutcome.WAITING, 0)

    @property
    def more_left(self) -> int:
        """How many were left beside those named; what was deleted meanwhile is not counted."""
        return sum(self.counts.get(outcome, 0) for outcome in LEFT) - len(self.left)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back, or to call off, that nobody took back."""
        is_some = self.counts.get(BulkOutcome.DONE) or self.job.ended_at is None
        return bool(is_some) and self.job.action != Action.UNDO and not _was_undone(self.job)

    def as_json(self) -> dict[str, object]:
        """What a script has to know."""
        return {
            "batch": self.job.pk if self.can_undo else None,
            "sentence": self.sentence,
            "is_ended": self.job.ended_at is not None,
            "total": self.total,
            "decided": self.decided,
            "done": self.counts.get(BulkOutcome.DONE, 0),
            "refused": [{"comment": comment.pk, "why": why} for comment, why in self.left],
            "more_refused": self.more_left,
        }

    def as_message(self, request: HttpRequest) -> str:
        """For the list: with one Undo, and the first that were left."""
        return render_to_string("comments/moderation/decided_alike.html", {"told": self}, request)


def tell(job: BulkJob, *, back: str) -> Told:
    """What became of a job so far, for a message; `back` is the state of the list."""
    return _tell(job, back=back, named=NAMED_IN_A_MESSAGE)


def _tell(job: BulkJob, *, back: str, named: int) -> Told:
    counts = dict(job.items.order_by().values_list("outcome").annotate(Count("pk")))
    return Told(job=job, counts=counts, left=list(_left(job, named)), back=back)


@require_safe
def show(request: HttpRequest, batch: UUID) -> HttpResponse:
    """GET reader_comments:job: how far a decision on many is, and what became of each comment.

    While it runs, a link shows the page anew, and a script brings it up to date in place. 404 when
    it was forgotten.
    """
    permissions.require_moderator(request)
    job = get_object_or_404(BulkJob.objects.select_related("moderator", "undoes"), pk=batch)
    back = back_of(request)
    told = _tell(job, back=back, named=NAMED_ON_A_PAGE)
    context = screen(_("One decision on many"), parent=(_("Reader comments"), queue_url(back))) | {
        "told": told,
        "job": job,
        "groups": list(_groups(told)),
        "list_url": queue_url(back),
    }
    return render(request, "comments/moderation/job.html", context)


def _groups(told: Told) -> Iterator[tuple[str, int]]:
    labels = {value: str(label) for value, label in BulkOutcome.choices}
    if _lost_its_rule(told.job):
        labels[BulkOutcome.REFUSED.value] = _("Left as they are")
    for value, label in labels.items():
        if number := told.counts.get(value):
            yield label, number


def _lost_its_rule(job: BulkJob) -> bool:
    """Whether the rule was changed or retired before all of the removals were carried out."""
    version, ended = job.rule_version, job.ended_at
    if version is None or ended is None:
        return False
    retired = version.rule.retired_at
    newer = version.rule.versions.filter(number__gt=version.number, effective_at__lte=ended)
    return bool(retired and retired <= ended) or newer.exists()


def _left(job: BulkJob, number: int) -> Iterator[tuple[Comment, str]]:
    items = job.items.filter(outcome__in=LEFT).order_by("pk")[:number]
    outcomes = dict(items.values_list("comment_id", "outcome"))
    comments = Comment.objects.in_bulk(outcomes)
    lost_its_rule = _lost_its_rule(job)
    for comment_id, outcome in outcomes.items():
        if comment := comments.get(comment_id):
            refused = _refusal(comment, outcome)
            if lost_its_rule and type(refused) is TransitionNotAllowed:
                refused = RuleGone(comment)
            yield comment, wording.refusal(refused)


def _refusal(comment: Comment, outcome: str) -> DecisionRefused:
    if outcome == BulkOutcome.TO_BE_READ:
        return ToBeRead(comment)
    if outcome == BulkOutcome.STALE and (latest := comment.events.order_by("-pk").first()):
        return StaleDecision(comment, latest)
    return TransitionNotAllowed(comment)


def _was_undone(job: BulkJob) -> bool:
    return BulkJob.objects.filter(undoes=job).exists()
