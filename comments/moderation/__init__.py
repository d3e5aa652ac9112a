"""What becomes of a comment: the one room that writes the status of an existing one."""

from comments.moderation.acts import (
    ACTS,
    approve,
    confirm_spam,
    hold,
    mark_spam,
    remove,
    restore,
    trash,
    undo,
)
from comments.moderation.bulk import (
    BULK_ACTIONS,
    MAX_AT_ONCE,
    Bulk,
    Seen,
    ToBeRead,
    decide_together,
    needs_reading,
    undo_together,
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
    "BULK_ACTIONS",
    "MAX_AT_ONCE",
    "Bulk",
    "DecisionRefused",
    "NothingToRestore",
    "ReasonMissing",
    "ReportedSince",
    "Ruling",
    "Seen",
    "StaleDecision",
    "ToBeRead",
    "TransitionNotAllowed",
    "accept_edit",
    "approve",
    "confirm_spam",
    "decide_together",
    "hold",
    "hold_reported",
    "keep",
    "mark_spam",
    "needs_reading",
    "publish_if_known",
    "refuse_edit",
    "remove",
    "restore",
    "trash",
    "undo",
    "undo_together",
    "withdraw",
]
