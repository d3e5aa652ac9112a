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
from comments.moderation.edits import accept_edit, log_edit, refuse_edit
from comments.moderation.jobs import MAX_AT_ONCE
from comments.moderation.many import JOINT_ACTIONS, Busy, JointDecision, Seen, decide
from comments.moderation.proving import publish_if_known
from comments.moderation.redaction import (
    Blackout,
    NothingToRedact,
    Redacted,
    StillSaid,
    hits_elsewhere,
    redact,
    redact_and_approve,
    redacted,
    still_says,
)
from comments.moderation.reported import ReportedSince, hold_reported, keep
from comments.moderation.ruling import (
    AnswerIsFinal,
    DecisionRefused,
    NothingToRestore,
    ReasonMissing,
    RuleGone,
    Ruling,
    StaleDecision,
    TransitionNotAllowed,
)
from comments.moderation.unread import ToBeRead, needs_reading
from comments.moderation.withdrawal import withdraw

__all__ = [
    "ACTS",
    "JOINT_ACTIONS",
    "MAX_AT_ONCE",
    "AnswerIsFinal",
    "Blackout",
    "Busy",
    "DecisionRefused",
    "JointDecision",
    "NothingToRedact",
    "NothingToRestore",
    "ReasonMissing",
    "Redacted",
    "ReportedSince",
    "RuleGone",
    "Ruling",
    "Seen",
    "StaleDecision",
    "StillSaid",
    "ToBeRead",
    "TransitionNotAllowed",
    "accept_edit",
    "approve",
    "confirm_spam",
    "decide",
    "hits_elsewhere",
    "hold",
    "hold_reported",
    "keep",
    "log_edit",
    "mark_spam",
    "needs_reading",
    "publish_if_known",
    "redact",
    "redact_and_approve",
    "redacted",
    "refuse_edit",
    "remove",
    "restore",
    "still_says",
    "trash",
    "undo",
    "withdraw",
]
