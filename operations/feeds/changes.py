"""When the staff last did something that readers can see, for the date in a feed's head.

Of what readers can't see (drafts, accounts, what is held back) not even the moment is told: on a
quiet day it would tell a spammer that somebody has just looked.
"""

from collections.abc import Iterable
from datetime import datetime

from wagtail.models import ModelLogEntry, PageLogEntry

LOOKED_AT = 200
"""Acts; where none of so many can be seen, the first of them stands for all before."""
SEEN_OF_PAGES = {
    *("wagtail.publish", "wagtail.publish.scheduled", "wagtail.rename", "wagtail.move"),
    *("wagtail.unpublish", "wagtail.unpublish.scheduled", "wagtail.delete", "wagtail.reorder"),
    *("wagtail.copy", "wagtail.create_alias", "wagtail.convert_alias"),
    *(f"wagtail.view_restriction.{act}" for act in ("create", "edit", "delete")),
}
SEEN_OF_MODELS = {"blog", "home", "wagtailcore"}
"""Rooms whose rows stand in pages: names, images, settings; accounts are none."""


def of_pages() -> datetime | None:
    """When a page last changed for readers, or a little later; None if none ever did."""
    acts = PageLogEntry.objects.order_by("-timestamp").values_list("action", "timestamp")
    return latest((action in SEEN_OF_PAGES, at) for action, at in acts[:LOOKED_AT])


def of_models() -> datetime | None:
    """When an author, a topic, an image or a setting last changed, or a little later."""
    acts = ModelLogEntry.objects.order_by("-timestamp")
    rows = acts.values_list("content_type__app_label", "timestamp")
    return latest((label in SEEN_OF_MODELS, at) for label, at in rows[:LOOKED_AT])


def latest(acts: Iterable[tuple[bool, datetime]]) -> datetime | None:
    """The moment of the first act that can be seen, of those looked at, the newest first.

    Never earlier than the truth: what was seen to change may not be told to be unchanged.
    """
    rows = list(acts)
    seen = next((at for is_seen, at in rows if is_seen), None)
    return rows[-1][1] if seen is None and len(rows) >= LOOKED_AT else seen
