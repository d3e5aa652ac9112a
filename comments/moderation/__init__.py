"""What becomes of a comment: the one room that writes the status of an existing one."""

from comments.moderation.acts import (
    ACTS,
    approve,
    hold,
    mark_spam,
    remove,
    restore,
    trash,
    undo,
)
from comments.moderation.edits import accept_edit, refuse_edit
from comments.moderation.proving import publish_if_known
from comments.moderation.reported import ReportedSince, hold_reported, keep
from comments.moderation.ruling import (
    DecisionRefused,
    NothingToRestore,
    ReasonMissing,
    Ruling,
    StaleDecision,
    TransitionNotAllowed,
)
from comments.moderation.withdrawal import withdraw

__all__ = [
    "ACTS",
    "DecisionRefused",
    "NothingToRestore",
    "ReasonMissing",
    "ReportedSince",
    "Ruling",
    "StaleDecision",
    "TransitionNotAllowed",
    "accept_edit",
    "approve",
    "hold",
    "hold_reported",
    "keep",
    "mark_spam",
    "publish_if_known",
    "refuse_edit",
    "remove",
    "restore",
    "trash",
    "undo",
    "withdraw",
]
