"""The room's tables: comments, their events, the thread of each page, the owner's settings."""

from comments.models.appeal import Appeal, AppealState
from comments.models.block import Block, BlockKind
from comments.models.bulk_job import BulkItem, BulkJob, BulkOutcome
from comments.models.cluster import Cluster, ClusterBand
from comments.models.comment import BodyFormat, Comment, CommentQuerySet
from comments.models.desk import Claim, DeskPreference, SavedFilter, SectionModerator
from comments.models.desk_event import DeskAct, DeskEvent
from comments.models.event import ModerationEvent
from comments.models.explanation import Explanation
from comments.models.irreversible import IrreversibleAct, IrreversibleKind
from comments.models.monthly import MonthlyFigures
from comments.models.note import ModeratorNote
from comments.models.notice import Notice
from comments.models.page import CommentableMixin
from comments.models.panels import CommentCountsPanel
from comments.models.raid import Raid
from comments.models.report import Report, ReportReason, ReportState
from comments.models.rule import Rule, RuleText, RuleVersion
from comments.models.seal import Seal
from comments.models.sender import SenderKey
from comments.models.settings import CommentSettings, ModerationMode, ThreadOrder
from comments.models.spam_filter import (
    ChangeKind,
    SpamFilter,
    SpamFilterChange,
    SpamModel,
    SpamTermList,
)
from comments.models.spam_label import LabelDue, LinkedHost, SpamCheck, SpamLabel
from comments.models.subscription import Frequency, ModeratorNotices, Subscription, Topic
from comments.models.thread import Thread
from comments.models.version import CommentVersion, VersionState
from comments.models.writer import Writer

__all__ = [
    "Appeal",
    "AppealState",
    "Block",
    "BlockKind",
    "BodyFormat",
    "BulkItem",
    "BulkJob",
    "BulkOutcome",
    "ChangeKind",
    "Claim",
    "Cluster",
    "ClusterBand",
    "Comment",
    "CommentCountsPanel",
    "CommentQuerySet",
    "CommentSettings",
    "CommentVersion",
    "CommentableMixin",
    "DeskAct",
    "DeskEvent",
    "DeskPreference",
    "Explanation",
    "Frequency",
    "IrreversibleAct",
    "IrreversibleKind",
    "LabelDue",
    "LinkedHost",
    "ModerationEvent",
    "ModerationMode",
    "ModeratorNote",
    "ModeratorNotices",
    "MonthlyFigures",
    "Notice",
    "Raid",
    "Report",
    "ReportReason",
    "ReportState",
    "Rule",
    "RuleText",
    "RuleVersion",
    "SavedFilter",
    "Seal",
    "SectionModerator",
    "SenderKey",
    "SpamCheck",
    "SpamFilter",
    "SpamFilterChange",
    "SpamLabel",
    "SpamModel",
    "SpamTermList",
    "Subscription",
    "Thread",
    "ThreadOrder",
    "Topic",
    "VersionState",
    "Writer",
]
