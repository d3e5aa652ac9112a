"""The states of a comment, and the one table of how it may pass from one to another."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentStatus(models.TextChoices):
    """Where a comment stands."""

    PENDING = "pending", _("Waiting")  # nobody but its author and moderators sees it
    PUBLISHED = "published", _("Published")
    SPAM = "spam", _("Spam")
    REMOVED = "removed", _("Removed")  # always leaves a tombstone in its place
    TRASHED = "trashed", _("Trashed")  # gone from the page without a trace


# What readers find in its place: the words, or the sentence that says who removed them.
VISIBLE = (CommentStatus.PUBLISHED, CommentStatus.REMOVED)


class RemovedBy(models.TextChoices):
    """Who took a removed comment away; the tombstone says it."""

    ADMINISTRATOR = "administrator", _("a blog administrator")
    AUTHOR = "author", _("the author")
    UNKNOWN = "unknown", _("unknown")  # imported: the old blog did not say


class Action(models.TextChoices):
    """What happened to a comment: one event of the log each."""

    SUBMIT = "submit", _("Submitted")
    IMPORT = "import", _("Imported")
    APPROVE = "approve", _("Approve")
    HOLD = "hold", _("Hold")
    MARK_SPAM = "mark_spam", _("Spam")
    REMOVE = "remove", _("Remove")
    TRASH = "trash", _("Trash")
    RESTORE = "restore", _("Restore")
    UNDO = "undo", _("Undo")
    EDIT = "edit", _("Edited")
    ACCEPT_EDIT = "accept_edit", _("Accept edit")
    REFUSE_EDIT = "refuse_edit", _("Refuse edit")
    WITHDRAW = "withdraw", _("Withdrawn")
    PROVE = "prove", _("Identity proven")
    KEEP = "keep", _("Keep")
    CONFIRM_SPAM = "confirm_spam", _("Confirm spam")
    REDACT = "redact", _("Redact")


class Reason(models.TextChoices):
    """Why: of the filter and the policy at submission, of a moderator later on."""

    NONE = "", _("No reason given")
    CLEAN = "clean", _("No sign of spam")
    FIRST_COMMENT = "first_comment", _("Comments of strangers are read first")
    LINKS = "links", _("It has links")
    PERSONAL_DATA = "personal_data", _("It may hold personal data")
    CHECKS = "checks", _("An automatic check asked for a person")
    SPAM = "spam", _("Several independent signs of spam")
    OFF_TOPIC = "off_topic", _("Off topic")
    ABUSE = "abuse", _("Abuse or threat")
    PRIVACY = "privacy", _("Somebody's personal data")
    ADVERTISING = "advertising", _("Advertising")
    ILLEGAL = "illegal", _("Against the law")


# How a comment's log may begin: nothing came before, so neither can be undone.
FIRST_EVENTS = (Action.SUBMIT, Action.IMPORT)

# What only a person does; a hold may also come from readers' reports, with a reason.
DECISIONS = (
    Action.APPROVE,
    Action.HOLD,
    Action.MARK_SPAM,
    Action.REMOVE,
    Action.TRASH,
    Action.RESTORE,
    Action.KEEP,
    Action.CONFIRM_SPAM,
    Action.ACCEPT_EDIT,
    Action.REFUSE_EDIT,
)

# What leaves the comment where it stands: it happens to the words alone, to what readers reported,
# or says that the filter was right. An undo stays in place when what it takes back did.
EVENTS_IN_PLACE = (
    Action.EDIT,
    Action.ACCEPT_EDIT,
    Action.REFUSE_EDIT,
    Action.WITHDRAW,
    Action.KEEP,
    Action.CONFIRM_SPAM,
    Action.REDACT,
    Action.UNDO,
)

# What a moderator never takes back: it was not a moderator's decision, or the words are gone, or
# it has taken something back itself (whoever regrets that decides anew).
EVENTS_FOR_GOOD = (
    *FIRST_EVENTS,
    Action.EDIT,
    Action.ACCEPT_EDIT,
    Action.REFUSE_EDIT,
    Action.WITHDRAW,
    Action.REDACT,
    Action.UNDO,
)

# What a moderator may take back, where a person decided it.
REVOCABLE = tuple(action for action in DECISIONS if action not in EVENTS_FOR_GOOD)

REMOVAL_REASONS = (
    Reason.OFF_TOPIC,
    Reason.ABUSE,
    Reason.PRIVACY,
    Reason.ADVERTISING,
    Reason.ILLEGAL,
)

_S = CommentStatus
# From a status to those it may become. Symmetric, so that every decision can be undone.
TRANSITIONS: dict[CommentStatus, frozenset[CommentStatus]] = {
    _S.PENDING: frozenset({_S.PUBLISHED, _S.SPAM, _S.REMOVED, _S.TRASHED}),
    _S.PUBLISHED: frozenset({_S.PENDING, _S.SPAM, _S.REMOVED, _S.TRASHED}),
    _S.SPAM: frozenset({_S.PENDING, _S.PUBLISHED, _S.TRASHED}),
    _S.REMOVED: frozenset({_S.PENDING, _S.PUBLISHED, _S.TRASHED}),
    _S.TRASHED: frozenset({_S.PENDING, _S.PUBLISHED, _S.SPAM, _S.REMOVED}),
}

# What each of a moderator's plain decisions makes of a comment. RESTORE and UNDO go back
# to an earlier status, which the event log knows.
OUTCOMES: dict[Action, CommentStatus] = {
    Action.APPROVE: _S.PUBLISHED,
    Action.HOLD: _S.PENDING,
    Action.MARK_SPAM: _S.SPAM,
    Action.REMOVE: _S.REMOVED,
    Action.TRASH: _S.TRASHED,
}
OFFERED: dict[CommentStatus, tuple[Action, ...]] = {
    _S.PENDING: (Action.APPROVE, Action.MARK_SPAM, Action.REMOVE, Action.TRASH),
    _S.PUBLISHED: (Action.HOLD, Action.MARK_SPAM, Action.REMOVE, Action.TRASH),
    _S.SPAM: (Action.APPROVE, Action.HOLD, Action.CONFIRM_SPAM, Action.TRASH),
    _S.REMOVED: (Action.RESTORE, Action.TRASH),
    _S.TRASHED: (Action.RESTORE,),
}


def may_become(current: str, wanted: str) -> bool:
    """Whether the table lets a comment pass from one status to another."""
    return wanted in TRANSITIONS[CommentStatus(current)]
