"""A draft with gaps is not approved: approval publishes it.

In the editor its form asks for what is missing. On the dashboard, in reports and on the page itself
there is a button alone, and Wagtail has no hook there.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.workflow import WorkflowActionView

from blog.completeness import tell_of_gaps


class CompleteOnly(WorkflowActionView):
    """Wagtail's; whoever approves a draft with gaps is told so, and it waits as before."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was asked for, unless it would publish gaps."""
        if self.action_name == "approve" and tell_of_gaps(request, [self.object]):
            return self._go_back(request)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def _go_back(self, request: HttpRequest) -> HttpResponse:
        """As after an approval; the window that asks for a comment reads JSON."""
        if request.headers.get("x-requested-with") != "XMLHttpRequest":
            return redirect(self.redirect_url)
        data = {"step": "success", "redirect": self.redirect_url}
        answer: HttpResponse = self.render_modal_json(request, data)
        return answer
