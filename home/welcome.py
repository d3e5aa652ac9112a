"""The panel on the dashboard with the three things to do first. It goes once they are done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from accounts import second_step
from accounts.models import User
from blog.models import BlogIndexPage, PostPage
from home.models import NewsroomSettings

NUMBER_OF_STEPS = 3
# What Wagtail keeps in somebody's profile once they closed the panel.
DISMISSED = "welcome"


@dataclass(frozen=True)
class Step:
    """One thing to do: where, why, and whether it was done."""

    title: str | Promise
    reason: str | Promise
    url: str
    is_done: bool


class WelcomePanel(Component):
    """The steps of one user, in order."""

    template_name = "home/welcome.html"
    order = 10  # above all others

    def __init__(self, steps: list[Step]) -> None:
        super().__init__()
        self.steps = steps

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # Any: Wagtail's own
        """The steps, and by which name closing the panel is remembered."""
        return {"steps": self.steps, "dismissible_id": DISMISSED}


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Shows it to whoever has something left to do and has not closed it."""
    user = request.user
    if not isinstance(user, User) or _has_closed_it(user):
        return
    steps = steps_for(request, user)
    if not all(step.is_done for step in steps):
        panels.append(WelcomePanel(steps))


def steps_for(request: HttpRequest, user: User) -> list[Step]:
    """The first three of what this user may do."""
    found = (step for make in STEPS for step in make(request, user))
    return [step for step, _number in zip(found, range(NUMBER_OF_STEPS), strict=False)]


def _say_who_publishes(request: HttpRequest, user: User) -> Iterator[Step]:
    site = Site.find_for_request(request)
    if site is None or not user.has_perm("home.change_newsroomsettings"):
        return
    yield Step(
        _("Say who publishes here"),
        _("The name and picture of your organisation, for search engines and shared links."),
        reverse("wagtailsettings:edit", args=["home", "newsroomsettings", site.pk]),
        bool(NewsroomSettings.for_site(site).organisation),
    )


def _write_a_post(request: HttpRequest, user: User) -> Iterator[Step]:
    for index in BlogIndexPage.objects.select_related("locale").order_by("path"):
        if index.permissions_for_user(user).can_add_subpage():
            yield Step(
                _("Write your first post"),
                _("It is a draft until you publish it. The panel “Checks” tells what it lacks."),
                reverse("wagtailadmin_pages:add", args=["blog", "postpage", index.pk]),
                PostPage.objects.filter(owner=user).exists(),
            )
            return


def _decide_on_a_comment(request: HttpRequest, user: User) -> Iterator[Step]:
    if user.has_perm("comments.moderate_comment"):
        yield Step(
            _("Decide on a comment"),
            _("What readers write waits for you. Every decision can be undone."),
            reverse("reader_comments:queue"),
            user.moderation_events.exists(),
        )


def _sign_in_with_a_code(request: HttpRequest, user: User) -> Iterator[Step]:
    yield Step(
        _("Protect your account"),
        _("With a code from your phone a stolen password opens nothing."),
        reverse("second_step_settings"),
        second_step.is_set_up(user),
    )


def _say_your_name(request: HttpRequest, user: User) -> Iterator[Step]:
    yield Step(
        _("Say your name"),
        _("So that the others know who changed what."),
        reverse("wagtailadmin_account"),
        bool(user.first_name or user.last_name),
    )


STEPS: list[Callable[[HttpRequest, User], Iterator[Step]]] = [
    _say_who_publishes,
    _write_a_post,
    _decide_on_a_comment,
    _sign_in_with_a_code,
    _say_your_name,
]


def _has_closed_it(user: User) -> bool:
    profile = getattr(user, "wagtail_userprofile", None)  # somebody new has none yet
    return bool(profile and profile.dismissibles.get(DISMISSED))
