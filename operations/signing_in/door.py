"""Signing in: Wagtail's page with a limit on guessing, then a code where one is owed."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from wagtail.admin.views.account import LoginView, LogoutView

from accounts import second_step
from operations.signing_in import halfway, pace
from operations.signing_in.setting_up import SettingUp
from operations.signing_in.trying import attempt

CODE_PAGE = "accounts/second_step.html"
FIRST_TIME_PAGE = "accounts/second_step_first_time.html"


@method_decorator([never_cache, sensitive_post_parameters("password")], name="dispatch")
class SignInView(LoginView):
    """The first step: name and password. Who owes a code is not in yet."""

    template_name = "accounts/sign_in.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Count, then compare; the same answer whether there is such a name or not."""
        form = self.get_form()
        outcome = attempt(
            lambda: pace.at_the_door(request, name=request.POST.get("username", "")),
            is_right=form.is_valid,
            wrong="",  # the form says it
        )
        if outcome.is_right:
            return self.form_valid(form)
        if outcome.status == 422:  # noqa: PLR2004  (wrong, as opposed to not compared at all)
            again: HttpResponse = self.form_invalid(form)
            return again
        typed = {"username": request.POST.get("username", "")[:254]}
        context = self.get_context_data(form=self.get_form_class()(request, initial=typed))
        return outcome.page(request, self.template_name, context)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """The password is right: in, or on to the code."""
        user = form.get_user()
        if not (second_step.is_set_up(user) or second_step.is_demanded(user)):
            entered: HttpResponse = super().form_valid(form)
            return entered
        halfway.begin(
            self.request,
            user,
            now=timezone.now(),
            target=self.get_success_url(),
            is_remembered=bool(form.cleaned_data.get("remember")),
        )
        return redirect("second_step")


@method_decorator([require_POST, never_cache], name="dispatch")
class SignOutView(LogoutView):
    """Wagtail's, which would also drop the cookie when it refuses a GET: any link could do that."""


@never_cache
def second_step_page(request: HttpRequest) -> HttpResponse:
    """GET second_step asks for the code; POST lets in who has it."""
    found = halfway.find(request, now=timezone.now())
    if found is None:
        return redirect("wagtailadmin_login")
    user, state = found
    if not second_step.is_set_up(user):
        return redirect("second_step_first_time")
    if request.method != "POST":
        return TemplateResponse(request, CODE_PAGE)
    outcome = attempt(
        lambda: pace.at_the_second_step(request, user),
        is_right=lambda: second_step.is_passed(user, request.POST.get("code", "")),
        wrong=_("This code is not right, or it was used before."),
    )
    if not outcome.is_right:
        return outcome.page(request, CODE_PAGE, {})
    halfway.enter(request, user, state)
    return redirect(state.target)


@never_cache
def first_time_page(request: HttpRequest) -> HttpResponse:
    """GET second_step_first_time shows a new secret to who must have one; POST lets in with it."""
    found = halfway.find(request, now=timezone.now())
    if found is None:
        return redirect("wagtailadmin_login")
    user, state = found
    if second_step.is_set_up(user):
        return redirect("second_step")
    setting_up = SettingUp(request, user)
    if request.method != "POST":
        return TemplateResponse(request, FIRST_TIME_PAGE, setting_up.context)
    outcome = setting_up.attempt()
    if not outcome.is_right:
        return outcome.page(request, FIRST_TIME_PAGE, setting_up.context)
    halfway.enter(request, user, state)
    context = {"codes": setting_up.codes, "onward": state.target}
    return TemplateResponse(request, "accounts/recovery_codes.html", context)
