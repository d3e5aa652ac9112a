"""Sentences for what the log holds in codes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from wagtail.admin.utils import get_user_display_name

from comments.models import Comment, ModerationEvent
from comments.moderation import (
    AnswerIsFinal,
    DecisionRefused,
    NothingToRedact,
    NothingToRestore,
    ReportedSince,
    RuleGone,
    StaleDecision,
    StillSaid,
    ToBeRead,
)
from comments.moderation_queue import masking
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
    Action.REDACT: gettext_lazy("%(who)s blacked out words of this comment"),
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


# What a script says while the server is asked.
AT_ONCE: Mapping[str, Promise] = {
    Action.APPROVE: gettext_lazy("Approved."),
    Action.HOLD: gettext_lazy("Held."),
    Action.MARK_SPAM: gettext_lazy("Marked as spam."),
    Action.REMOVE: gettext_lazy("Removed."),
    Action.TRASH: gettext_lazy("Trashed."),
    Action.RESTORE: gettext_lazy("Restored."),
    Action.KEEP: gettext_lazy("Kept."),
    Action.CONFIRM_SPAM: gettext_lazy("Confirmed as spam."),
    Action.ACCEPT_EDIT: gettext_lazy("Accepted."),
    Action.REFUSE_EDIT: gettext_lazy("Refused."),
}

TOGETHER: Mapping[str, Promise] = {
    Action.APPROVE: ngettext_lazy("Approved %d comment.", "Approved %d comments."),
    Action.HOLD: ngettext_lazy("Held %d comment.", "Held %d comments."),
    Action.MARK_SPAM: ngettext_lazy("Marked %d comment as spam.", "Marked %d comments as spam."),
    Action.REMOVE: ngettext_lazy("Removed %d comment.", "Removed %d comments."),
    Action.TRASH: ngettext_lazy("Trashed %d comment.", "Trashed %d comments."),
    Action.RESTORE: ngettext_lazy("Restored %d comment.", "Restored %d comments."),
    Action.KEEP: ngettext_lazy("Kept %d comment.", "Kept %d comments."),
    Action.CONFIRM_SPAM: ngettext_lazy(
        "Confirmed %d comment as spam.", "Confirmed %d comments as spam."
    ),
    Action.ACCEPT_EDIT: ngettext_lazy("Accepted %d edit.", "Accepted %d edits."),
    Action.REFUSE_EDIT: ngettext_lazy("Refused %d edit.", "Refused %d edits."),
    Action.UNDO: ngettext_lazy("Took %d decision back.", "Took %d decisions back."),
}


# Why a decision was not carried out, whatever the comment is.
NOT_POSSIBLE: Mapping[type[DecisionRefused], Promise] = {
    AnswerIsFinal: gettext_lazy("The answer to an appeal is final; nothing was changed."),
    NothingToRestore: gettext_lazy(
        "The words of this comment are gone, so it cannot come back; nothing was changed."
    ),
    RuleGone: gettext_lazy(
        "The rule was changed or retired before this comment's turn; nothing was changed."
    ),
    ToBeRead: gettext_lazy("Something in it has to be read before it is published."),
    NothingToRedact: gettext_lazy("These words are not in the comment; nothing was changed."),
    StillSaid: gettext_lazy(
        "In another spelling the comment would still say it: copy the words as they were typed."
    ),
}


def act(action: str) -> str:
    """What an event was, in a word or two, as the desk's buttons say it."""
    return _("Black out") if action == Action.REDACT else str(Action(action).label)


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


def waits_for(since: datetime, *, now: datetime) -> str:
    """How long a comment has waited that was said at `since`."""
    if now - since < timedelta(minutes=1):
        return _("has just come in")
    return _("waits for %(time)s") % {"time": timesince(since, now, depth=1)}


def done(event: ModerationEvent, comment: Comment) -> str:
    """What the moderator has just done, for the message above the next page."""
    return str(DONE[event.action]) % {
        "name": name(comment),
        "status": comment.get_status_display(),
    }


def done_together(events: Sequence[ModerationEvent]) -> str:
    """What the moderator has just done to several comments, the most frequent first."""
    if not events:
        return _("Nothing was chosen.")
    counted = Counter(event.action for event in events)
    return " ".join(str(TOGETHER[action] % number) for action, number in counted.most_common())


def refusal(refused: DecisionRefused) -> str:
    """Why a decision was not carried out, in plain words."""
    if isinstance(refused, StaleDecision):
        return _("%(what)s; nothing was changed.") % {"what": happened(refused.latest)}
    if isinstance(refused, ReportedSince):
        return _("Somebody reported this comment since you looked; nothing was changed.")
    if type(refused) in NOT_POSSIBLE:
        return str(NOT_POSSIBLE[type(refused)])
    return _("From “%(status)s” that step is not possible; nothing was changed.") % {
        "status": refused.comment.get_status_display()
    }


def name(comment: Comment) -> str:
    """The author's name, without what is covered where the comment holds personal data."""
    return masking.left_out(comment.author_name, comment.evidence) or _("Anonymous")
