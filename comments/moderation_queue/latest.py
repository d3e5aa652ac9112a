"""Taking back what one did last, and then what one did before that."""

from datetime import datetime
from http import HTTPStatus

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from comments import conf, moderation, permissions
from comments.models import Comment, DeskAct, DeskEvent, ModerationEvent
from comments.models.event import ModerationEventQuerySet
from comments.moderation import DecisionRefused, jobs
from comments.moderation_queue import wording
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import answers_reads_too, wants_json
from comments.states import FIRST_EVENTS, Action

# To have taken something back, or to have said something, does not stand in the way.
PASSED_OVER = (Action.UNDO, *FIRST_EVENTS)
# These answers need no event of the comment's log.
ANSWERS = (DeskAct.UPHOLD, DeskAct.VARY)


@answers_reads_too
def undo_latest(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:undo_latest: take back the moderator's last decision that stands.

    What was decided together is taken back together. Again and again it goes further back, as far
    as nobody has been told: `conf.UNDO_WINDOW`. A GET takes nothing back.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _to_list(request)
    events, sentence = _take_back(moderator, now=timezone.now())
    if wants_json(request):
        undone = [{"comment": each.comment_id, "event": each.pk} for each in events]
        return JsonResponse({"undone": undone, "sentence": sentence})
    (messages.success if events else messages.warning)(request, sentence)
    return _to_list(request)


def latest_of(moderator: User, *, now: datetime) -> ModerationEvent | None:
    """Their last decision that still is the last word on its comment; None when none is."""
    later = ModerationEvent.objects.filter(comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk"))
    theirs = _acts_of(moderator, now=now).revocable()
    there = Exists(Comment.objects.filter(pk=OuterRef("comment_id")))
    return theirs.filter(there, ~Exists(later.order_by())).order_by("-pk").first()


def is_last_for_good(moderator: User, *, now: datetime) -> bool:
    """Whether what they did last, as long as it could be, is not to be taken back.

    That is an answer to an appeal or, say, a redaction: to take back what was before it instead
    would surprise.
    """
    newest = _acts_of(moderator, now=now).order_by("-pk").first()
    since = newest.created_at if newest else now - conf.UNDO_WINDOW
    answers = DeskEvent.objects.filter(actor=moderator, act__in=ANSWERS, created_at__gt=since)
    if answers.exists():
        return True
    itself = ModerationEvent.objects.filter(pk=newest.pk) if newest else None
    return itself is not None and not itself.revocable().exists()


def _acts_of(moderator: User, *, now: datetime) -> ModerationEventQuerySet:
    """What they did to comments and still stands, as long as it could be taken back.

    Beyond the section that is theirs now there is nothing that is theirs to take back.
    """
    recent = ModerationEvent.objects.filter(
        actor=moderator, undone_by=None, created_at__gt=now - conf.UNDO_WINDOW
    )
    theirs = recent.exclude(action__in=PASSED_OVER)
    section = permissions.section_of(moderator)
    return theirs if section is None else theirs.filter(comment__page__in=section)


def _take_back(moderator: User, *, now: datetime) -> tuple[list[ModerationEvent], str]:
    """The events by which it was taken back, and what to tell."""
    if is_last_for_good(moderator, now=now):
        return [], _("Your last act cannot be taken back.")
    event = latest_of(moderator, now=now)
    if event is None:
        return [], _("There is nothing to take back.")
    if event.batch:
        back = jobs.undo(event.batch, moderator=moderator)
        events = list(ModerationEvent.objects.filter(batch=back.pk).order_by("pk"))
        if back.ended_at is None:  # so many that the worker does it
            return events, _("The decisions are being taken back, one after the other.")
        return events, wording.done_together(events)
    try:
        undone = moderation.undo(event.pk, moderator=moderator)
    except DecisionRefused as refused:
        return [], wording.refusal(refused)
    return [undone], wording.done(undone, undone.comment)


def _to_list(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(queue_url(back_of(request)), status=HTTPStatus.SEE_OTHER)
