"""Times as a reader says them: about how long something takes, and what is near."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.translation import ngettext

register = template.Library()

SOON = timedelta(days=3)


@register.filter
def about(duration: timedelta) -> str:
    """A duration in one unit, rounded, at least a minute, as in "about 3 hours"."""
    minutes = max(round(duration.total_seconds() / 60), 1)
    hours, days = round(minutes / 60), round(minutes / (24 * 60))
    if minutes < 60:  # noqa: PLR2004  (an hour)
        return ngettext("about %(n)s minute", "about %(n)s minutes", minutes) % {"n": minutes}
    if hours < 48:  # noqa: PLR2004  (two days)
        return ngettext("about %(n)s hour", "about %(n)s hours", hours) % {"n": hours}
    return ngettext("about %(n)s day", "about %(n)s days", days) % {"n": days}


@register.filter
def is_soon(moment: datetime | None) -> bool:
    """Whether a time lies within the next three days."""
    now = timezone.now()
    return moment is not None and now < moment <= now + SOON
