"""What administrators ask for, for tests."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from comments import irreversible
from comments.models import Comment, CommentQuerySet, IrreversibleAct, IrreversibleKind


def only(*comments: Comment) -> CommentQuerySet:
    """These comments and no other."""
    return Comment.objects.filter(pk__in=[comment.pk for comment in comments])


def ask(root: User, *comments: Comment, kind: str = "purge", **fields: Any) -> IrreversibleAct:
    """An act that an administrator has asked for now."""
    defaults = {"administrator": root, "needs_second": False, "now": timezone.now()}
    wanted = only(*comments)
    return irreversible.ask(IrreversibleKind(kind), wanted, **(defaults | fields))


def due(root: User, *comments: Comment, **fields: Any) -> IrreversibleAct:
    """The same, asked for a day ago."""
    return ask(root, *comments, now=timezone.now() - timedelta(days=1), **fields)
