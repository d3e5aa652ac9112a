"""What a moderator's own desk has: keys, saved filters, and the sentences that scripts say."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from comments.moderation import JOINT_ACTIONS
from comments.moderation_queue import wording
from comments.moderation_queue.filters import queue_url
from comments.moderation_queue.keys import keys_of, legend
from comments.moderation_queue.tabs import CONFIRMED_SPAM
from comments.states import OFFERED, Action, CommentStatus

CONFIRM = Action.CONFIRM_SPAM
# For lists of several statuses: what is possible from nearly each.
ANYWHERE = (Action.APPROVE, Action.MARK_SPAM, Action.TRASH)


@dataclass(frozen=True, kw_only=True)
class Tools:
    """`keys` and `texts` are JSON for the scripts; `keys` is "" where shortcuts are off."""

    keys: str
    legend: Sequence[tuple[str, str]]
    texts: str
    saved: Sequence[tuple[int, str, str]]


def tools_of(user: User, *, number: str) -> Tools:
    """The desk of a moderator; `number` says how many comments fit. One query."""
    rows = list(
        User.objects.filter(pk=user.pk)
        .order_by("saved_comment_filters__name")
        .values_list(
            "desk_preference__keys",
            "saved_comment_filters__pk",
            "saved_comment_filters__name",
            "saved_comment_filters__query",
        )
    )
    chosen = keys_of(rows[0][0] or {})
    return Tools(
        keys=json.dumps(chosen) if _has_shortcuts(user) else "",
        legend=legend(chosen),
        texts=json.dumps(_texts(number)),
        saved=[(pk, name, queue_url(query)) for _keys, pk, name, query in rows if pk],
    )


def joint_actions(tab: str) -> list[Action]:
    """What can be decided for all that fit, by the tab that lists them."""
    if tab == CONFIRMED_SPAM:
        return [action for action in joint_actions(CommentStatus.SPAM) if action != CONFIRM]
    if tab not in CommentStatus.values:
        return [*ANYWHERE]
    return [action for action in OFFERED[CommentStatus(tab)] if action in JOINT_ACTIONS]


def _has_shortcuts(user: User) -> bool:
    """As Wagtail does: on, unless the user has switched them off."""
    profile = getattr(user, "wagtail_userprofile", None)
    return bool(profile is None or profile.keyboard_shortcuts)


def _texts(number: str) -> Mapping[str, str]:
    """What the script says before the server has answered, and when it does not."""
    all_selected = _("All %(number)s that fit are selected, on every page")
    return {action: str(text) for action, text in wording.AT_ONCE.items()} | {
        "undo": _("Undo"),
        "failed": _("The server did not answer as it should; nothing was changed."),
        "impossible": _("That is not possible here."),
        "selected": _("%(number)s selected") % {"number": 0},
        "all": (_("The one that fits is selected") if number == "1" else all_selected)
        % {"number": number},
    }
