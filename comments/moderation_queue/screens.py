"""What every screen of the queue hands to Wagtail's admin template."""

from typing import TypedDict

from django.urls import reverse
from django.utils.translation import gettext as _


class Crumb(TypedDict):
    """One step of Wagtail's breadcrumbs."""

    url: str
    label: str


def screen(title: str, *, parent: tuple[str, str] | None = None) -> dict[str, object]:
    """Title, icon and breadcrumbs; `parent` is the label and address of the screen above."""
    steps = [(_("Home"), reverse("wagtailadmin_home")), *([parent] if parent else []), (title, "")]
    crumbs: list[Crumb] = [{"label": label, "url": url} for label, url in steps]
    return {"header_title": title, "header_icon": "comment", "breadcrumbs_items": crumbs}
