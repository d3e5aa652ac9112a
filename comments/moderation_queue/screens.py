"""What every screen of the desk hands to Wagtail's admin template, and how it answers."""

from typing import NamedTuple, TypedDict

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comments import permissions

# Whoever was signed out in between comes back from the log-in page with a GET.
answers_reads_too = require_http_methods(["GET", "HEAD", "POST"])
JSON = "application/json"

# What the desk consists of, in the order in which it is needed: a label, and the address's name.
PLACES: tuple[tuple[Promise, str], ...] = (
    (gettext_lazy("Queue"), "reader_comments:queue"),
    (gettext_lazy("Appeals"), "reader_comments:appeals"),
    (gettext_lazy("Rules"), "reader_comments:rules"),
    (gettext_lazy("Block list"), "reader_comments:blocks"),
    (gettext_lazy("Bans"), "reader_comments:bans"),
    (gettext_lazy("Log"), "reader_comments:log"),
    (gettext_lazy("Statistics"), "reader_comments:statistics"),
    (gettext_lazy("For ever"), "reader_comments:irreversible"),
    (gettext_lazy("Sections"), "reader_comments:sections"),
    (gettext_lazy("Spam filter"), "spam_filter:report"),
)


class Crumb(TypedDict):
    """One step of Wagtail's breadcrumbs."""

    url: str
    label: str


class Place(NamedTuple):
    """A screen of the desk that every other one leads to."""

    label: str
    url: str


def desk_places(request: HttpRequest) -> list[Place]:
    """The screens of the desk where this moderator gets in, with and without Wagtail's sidebar."""
    return [
        Place(str(label), reverse(name))
        for label, name in PLACES
        if permissions.may_open(request, name)
    ]


def screen(title: str, *, parent: tuple[str, str] | None = None) -> dict[str, object]:
    """Title, icon and breadcrumbs.

    `parent` is the label and address of the screen above.
    """
    steps = [(_("Home"), reverse("wagtailadmin_home")), *([parent] if parent else []), (title, "")]
    crumbs: list[Crumb] = [{"label": label, "url": url} for label, url in steps]
    return {
        "header_title": title,
        "header_icon": "comment",
        "breadcrumbs_items": crumbs,
    }


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which shows the answer itself; a browser asks for pages."""
    return request.get_preferred_type(["text/html", JSON]) == JSON
