"""Sentences for what the log holds in codes."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from comments.models import Comment, ModerationEvent
from comments.moderation import (
    DecisionRefused,
    NothingToRestore,
    ReportedSince,
    StaleDecision,
    ToBeRead,
)
from comments.states import Action, Reason, RemovedBy

HAPPENED: Mapping[str, Promise] = {
    Action.SUBMIT: gettext_lazy("A reader sent this comment"),
    Action.IMPORT: gettext_lazy("This comment was imported"),
    Action.APPROVE: gettext_lazy("%(who)s approved this comment"),
    Action.HOLD: gettext_lazy("%(who)s held this comment"),
    Action.MARK_SPAM: gettext_lazy("%(who)s marked this comment as spam"),
    Action.REMOVE: gettext_lazy("%(who)s removed this comment"),
    Action.TRASH: gettext_lazy("%(who)s trashed this comment"),
    Action.RESTORE: gettext_lazy("%(who)s restored this comment"),
    Action.UNDO: gettext_lazy("%(who)s undid the last decision on this comment"),
    Action.KEEP: gettext_lazy("%(who)s kept this comment"),
    Action.CONFIRM_SPAM: gettext_lazy("%(who)s confirmed that this comment is spam"),
    Action.EDIT: gettext_lazy("The author wrote other words for this comment"),
    Action.ACCEPT_EDIT: gettext_lazy("%(who)s accepted other words for this comment"),
    Action.REFUSE_EDIT: gettext_lazy("%(who)s refused other words for this comment"),
    Action.WITHDRAW: gettext_lazy("The author took this comment back"),
    Action.PROVE: gettext_lazy("The author proved to be known here"),
}

BY_THE_AUTHOR = (Action.EDIT, Action.WITHDRAW, Action.PROVE)

DONE: Mapping[str, Promise] = {
    Action.APPROVE: gettext_lazy("Approved the comment by %(name)s."),
    Action.HOLD: gettext_lazy("Held the comment by %(name)s."),
    Action.MARK_SPAM: gettext_lazy("Marked the comment by %(name)s as spam."),
    Action.REMOVE: gettext_lazy("Removed the comment by %(name)s."),
    Action.TRASH: gettext_lazy("Trashed the comment by %(name)s."),
    Action.RESTORE: gettext_lazy("Restored the comment by %(name)s: %(status)s."),
    Action.UNDO: gettext_lazy("Took the decision back. The comment by %(name)s: %(status)s."),
    Action.KEEP: gettext_lazy("Kept the comment by %(name)s."),
    Action.CONFIRM_SPAM: gettext_lazy("Confirmed the comment by %(name)s as spam."),
    Action.ACCEPT_EDIT: gettext_lazy("The comment by %(name)s says the new words now."),
    Action.REFUSE_EDIT: gettext_lazy("The comment by %(name)s keeps its earlier words."),
}


def who(event: ModerationEvent) -> str:
    """Who made the event: a person, a reader, the import, the comment's author."""
    if event.actor:
        return str(get_user_display_name(event.actor))
    if event.action == Action.SUBMIT:
        return _("a reader")
    if event.action == Action.IMPORT:
        return _("the import")
    if event.action == Action.HOLD and event.reason == Reason.CHECKS:
        return _("enough reports by readers")
    if event.removed_by == RemovedBy.AUTHOR or event.action in BY_THE_AUTHOR:
        return _("the author")
    return _("somebody whose account is gone")


def happened(event: ModerationEvent) -> str:
    """What the event was and how long it is ago, without a full stop."""
    values = {
        "sentence": str(HAPPENED[event.action]) % {"who": who(event)},
        "time": timesince(event.created_at, depth=1),
    }
    if timezone.now() - event.created_at < timedelta(minutes=1):
        return _("%(sentence)s just now") % values
    return _("%(sentence)s %(time)s ago") % values


def done(event: ModerationEvent, comment: Comment) -> str:
    """What the moderator has just done, for the message above the next page."""
    return str(DONE[event.action]) % {
        "name": name(comment),
        "status": comment.get_status_display(),
    }


def refusal(refused: DecisionRefused) -> str:
    """Why a decision was not carried out, in plain words."""
    if isinstance(refused, StaleDecision):
        return _("%(what)s; nothing was changed.") % {"what": happened(refused.latest)}
    if isinstance(refused, ReportedSince):
        return _("Somebody reported this comment since you looked; nothing was changed.")
    if isinstance(refused, ToBeRead):
        return _("Something in it has to be read before it is published.")
    if isinstance(refused, NothingToRestore):
        return _("The words of this comment are gone, so it cannot come back; nothing was changed.")
    return _("From “%(status)s” that step is not possible; nothing was changed.") % {
        "status": refused.comment.get_status_display()
    }


def name(comment: Comment) -> str:
    """The author's name as the page shows it."""
    return comment.author_name or _("Anonymous")
