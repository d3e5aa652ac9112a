"""The room's tables: comments, their events, the thread of each page, the owner's settings."""

from comments.models.block import Block, BlockKind
from comments.models.cluster import Cluster, ClusterBand
from comments.models.comment import BodyFormat, Comment, CommentQuerySet
from comments.models.event import ModerationEvent
from comments.models.notice import Notice
from comments.models.page import CommentableMixin
from comments.models.panels import CommentCountsPanel
from comments.models.raid import Raid
from comments.models.report import Report, ReportReason, ReportState
from comments.models.sender import SenderKey
from comments.models.settings import CommentSettings, ModerationMode, ThreadOrder
from comments.models.spam_filter import (
    ChangeKind,
    SpamFilter,
    SpamFilterChange,
    SpamModel,
    SpamTermList,
)
from comments.models.spam_label import LinkedHost, SpamCheck, SpamLabel
from comments.models.subscription import Frequency, ModeratorNotices, Subscription, Topic
from comments.models.thread import Thread
from comments.models.version import CommentVersion, VersionState
from comments.models.writer import Writer

__all__ = [
    "Block",
    "BlockKind",
    "BodyFormat",
    "ChangeKind",
    "Cluster",
    "ClusterBand",
    "Comment",
    "CommentCountsPanel",
    "CommentQuerySet",
    "CommentSettings",
    "CommentVersion",
    "CommentableMixin",
    "Frequency",
    "LinkedHost",
    "ModerationEvent",
    "ModerationMode",
    "ModeratorNotices",
    "Notice",
    "Raid",
    "Report",
    "ReportReason",
    "ReportState",
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
