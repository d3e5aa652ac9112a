"""Gathers from the database what the filter may know about a submission."""

import hashlib

from comments.models import Comment
from comments.rendering import Rendered
from comments.spam import SpamContext
from comments.submission import Submission


def gather(submission: Submission, rendered: Rendered) -> SpamContext:
    """The context of one submission and of the HTML that its words become, in one query."""
    alike = Comment.objects.filter(body_digest=body_digest(submission.body))
    copies = alike.exclude(pk=submission.revises).count()
    links = rendered.html.count("<a ") + bool(submission.author_website)
    return SpamContext(copies=copies, links=links)


def body_digest(body: str) -> str:
    """A digest of the words alone: case, spaces and line breaks do not tell copies apart."""
    return hashlib.sha256("".join(body.casefold().split()).encode()).hexdigest()
