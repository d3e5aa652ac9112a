"""What every screen of the filter hands to its template, and the way back to one."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.moderation_queue.screens import screen

PLACES = (
    ("report", gettext_lazy("Report card")),
    ("versions", gettext_lazy("Versions")),
    ("thresholds", gettext_lazy("Thresholds")),
    ("terms", gettext_lazy("Terms")),
    ("changes", gettext_lazy("Log")),
)


@dataclass(frozen=True)
class Place:
    """One of the filter's screens, for the row of links above each."""

    label: Promise
    url: str
    is_current: bool


def filter_screen(request: HttpRequest, name: str) -> dict[str, object]:
    """Title, breadcrumbs and the other screens; `may_change` only for administrators."""
    is_first = name == PLACES[0][0]
    title = _("Spam filter") if is_first else str(dict(PLACES)[name])
    parent = (_("Reader comments"), reverse("reader_comments:queue"))
    if not is_first:
        parent = (_("Spam filter"), reverse("spam_filter:report"))
    return screen(title, parent=parent) | {
        "header_icon": "glasses",
        "places": [
            Place(label, reverse(f"spam_filter:{place}"), place == name) for place, label in PLACES
        ],
        "may_change": request.user.is_superuser,
    }


def to(name: str) -> HttpResponseRedirect:
    """Back to one of the screens, after something was done."""
    return HttpResponseRedirect(reverse(f"spam_filter:{name}"), status=HTTPStatus.SEE_OTHER)
