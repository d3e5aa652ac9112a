"""Content-Security-Policy: strict for readers, widened below /admin/ for Wagtail's tools."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy

# Where readers' pages have pictures from: the newsroom, and a public bucket if it has one.
PICTURES = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]
# Wagtail 8 starts its date pickers from inline scripts and sizes its panels by style attributes.
ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [*PICTURES, "data:", "blob:"],
    "frame-src": [SELF],
}


class NewsroomCSPMiddleware(CSPMiddleware):
    """django-csp's middleware with one exception, the admin."""

    admin_prefix = reverse_lazy("wagtailadmin_home")

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The policy of the settings, with the admin's directives in place below /admin/."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(str(self.admin_prefix)):
            parts.replace = {**(parts.replace or {}), **ADMIN_DIRECTIVES}
        return parts
