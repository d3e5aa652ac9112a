"""What of a comment can be blocked, each as a link to the form that is filled in with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from comments import blocks
from comments.models import BlockKind, Comment
from comments.moderation_queue.block_form import todays_sender


@dataclass(frozen=True)
class Suggestion:
    """A label, and the form's address, which names no e-mail address and no sender's key."""

    label: str
    url: str


def suggestions(comment: Comment) -> list[Suggestion]:
    """The name, the hosts of the links, the e-mail address, the sender while the day lasts."""
    return list(_suggestions(comment))


def _suggestions(comment: Comment) -> Iterator[Suggestion]:
    if name := comment.author_name:
        label = _("The name “%(name)s”") % {"name": name}
        yield _suggestion(label, comment, kind=BlockKind.NAME, typed=name)
    for host in _hosts(comment):
        label = _("The host %(host)s") % {"host": host}
        yield _suggestion(label, comment, kind=BlockKind.HOST, typed=host)
    if comment.author_email:
        yield _suggestion(_("The e-mail address"), comment, kind=BlockKind.EMAIL)
    if todays_sender(comment):
        label = _("The network address, until midnight")
        yield _suggestion(label, comment, kind=BlockKind.SENDER)


def _hosts(comment: Comment) -> list[str]:
    own = blocks.host_of(comment.author_website)
    return list(dict.fromkeys([*filter(None, [own]), *blocks.hosts_linked(comment.body_html)]))


def _suggestion(label: str, comment: Comment, **fields: str) -> Suggestion:
    query = urlencode(fields | {"comment": str(comment.pk)})
    return Suggestion(label, f"{reverse('reader_comments:add_block')}?{query}")
