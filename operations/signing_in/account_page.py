"""The page of one's own account on which the second step is set up, renewed and taken off."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import log

from accounts import second_step
from accounts.models import User
from operations.signing_in import pace
from operations.signing_in.setting_up import SettingUp
from operations.signing_in.trying import Outcome, attempt

TEMPLATE = "accounts/second_step_settings.html"
CODES_TEMPLATE = "accounts/recovery_codes_in_admin.html"


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """GET second_step_settings: how it stands. POST: `do` is begin, codes or end.

    Each of them needs a code, and the first the password: a session left open changes nothing.
    """
    user = request.user
    assert isinstance(user, User)  # noqa: S101  (Wagtail's admin let nobody else in; for mypy)
    if not second_step.is_set_up(user):
        return _set_up(request, user)
    if request.method != "POST":
        return TemplateResponse(request, TEMPLATE, _standing(user))
    if request.POST.get("do") == "end" and second_step.is_demanded(user):
        messages.error(request, _("Your group has to sign in with a code."))
        return redirect("second_step_settings")
    outcome = _try(request, user)
    if not outcome.is_right:
        return outcome.page(request, TEMPLATE, _standing(user))
    return _take_off(request, user) if request.POST.get("do") == "end" else _renew(request, user)


def _set_up(request: HttpRequest, user: User) -> HttpResponse:
    setting_up = SettingUp(request, user)
    if request.method != "POST":
        return TemplateResponse(request, TEMPLATE, setting_up.context)
    outcome = setting_up.attempt(password=request.POST.get("password", ""))
    if not outcome.is_right:
        return outcome.page(request, TEMPLATE, setting_up.context)
    update_session_auth_hash(request, user)
    return _shown(request, setting_up.codes)


def _renew(request: HttpRequest, user: User) -> HttpResponse:
    log(user, "accounts.recovery_codes", user=user)
    return _shown(request, second_step.new_recovery_codes(user))


def _take_off(request: HttpRequest, user: User) -> HttpResponse:
    second_step.take_off(user)
    update_session_auth_hash(request, user)
    log(user, "accounts.second_step_off", user=user)
    messages.success(request, _("From now on your password alone lets you in."))
    return redirect("second_step_settings")


def _shown(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The codes, this once."""
    context = {"codes": codes, "onward": reverse("wagtailadmin_account")}
    return TemplateResponse(request, CODES_TEMPLATE, context)


def _try(request: HttpRequest, user: User) -> Outcome:
    return attempt(
        lambda: pace.at_the_second_step(request, user),
        is_right=lambda: second_step.is_passed(user, request.POST.get("code", "")),
        wrong=_("This code is not right, or it was used before."),
    )


def _standing(user: User) -> dict[str, object]:
    return {
        "is_set_up": True,
        "is_demanded": second_step.is_demanded(user),
        "codes_left": second_step.recovery_codes_left(user),
    }
