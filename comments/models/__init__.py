"""The room's tables: comments, their events, the thread of each page, the owner's settings."""

from comments.models.comment import BodyFormat, Comment, CommentQuerySet
from comments.models.event import ModerationEvent
from comments.models.page import CommentableMixin
from comments.models.panels import CommentCountsPanel
from comments.models.settings import CommentSettings, ModerationMode
from comments.models.thread import Thread

__all__ = [
    "BodyFormat",
    "Comment",
    "CommentCountsPanel",
    "CommentQuerySet",
    "CommentSettings",
    "CommentableMixin",
    "ModerationEvent",
    "ModerationMode",
    "Thread",
]
