"""Asking for a link to a new password: Wagtail's page, with a limit on what it mails."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from wagtail.admin.views.account import PasswordResetView

from operations import limits
from operations.limits import LimiterUnavailable
from operations.signing_in import pace
from operations.signing_in.trying import nobody_can_count, too_often


@method_decorator(never_cache, name="dispatch")
class NewPasswordView(PasswordResetView):
    """The same answer for an address that is known here and for one that is not."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Mail the link, unless this sender or this mailbox had enough of them."""
        address = request.POST.get("email", "")
        try:
            allowance = limits.take(*pace.for_a_new_password(request, address=address))
        except LimiterUnavailable:
            return self._refused(nobody_can_count().words, status=503)
        if not allowance.is_allowed:
            return self._refused(too_often(allowance).words, status=429)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def _refused(self, words: str, *, status: int) -> HttpResponse:
        form = self.get_form()
        form.add_error(None, words)
        context = self.get_context_data(form=form)
        refused: HttpResponse = self.render_to_response(context, status=status)
        return refused
