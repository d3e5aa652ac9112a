"""What every screen of the filter hands to its template, and the way back to one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.moderation_queue.screens import screen
from comments.spam.model_file import ModelRefused

logger = logging.getLogger(__name__)

View = Callable[[HttpRequest], HttpResponse]

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


def needs_a_model(view: View) -> View:
    """Where no model can be used at all, say so in the place of numbers that there are none of."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except ModelRefused:
            logger.exception("the spam filter has no model")
            context = filter_screen(request, "report")
            return render(request, "comments/spam_filter/no_model.html", context)

    return shown


def to(name: str) -> HttpResponseRedirect:
    """Back to one of the screens, after something was done."""
    return HttpResponseRedirect(reverse(f"spam_filter:{name}"), status=HTTPStatus.SEE_OTHER)
