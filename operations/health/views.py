"""What programs that watch are answered."""

from dataclasses import asdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from operations.health.readiness import readiness
from operations.metrics import exposition

PLAIN = "text/plain; charset=utf-8"
BEARER = "Bearer "


@require_safe
@cache_control(private=True, no_store=True)
def alive(request: HttpRequest) -> HttpResponse:
    """GET /healthz: this process answers. It asks nobody else, so a slow database kills nothing."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
@cache_control(private=True, no_store=True)
def ready(request: HttpRequest) -> HttpResponse:
    """GET /readyz: what works, as JSON; 503 unless all of it does."""
    now = readiness(timezone.now())
    return JsonResponse(asdict(now), status=200 if now.is_complete else 503)


@require_safe
@cache_control(private=True, no_store=True)
def metrics(request: HttpRequest) -> HttpResponse:
    """GET /metrics for whoever has METRICS_TOKEN; for others there is no such address."""
    if not _is_allowed(request):
        raise Http404
    return HttpResponse(exposition.text(), content_type=exposition.CONTENT_TYPE)


def _is_allowed(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not given.startswith(BEARER):
        return False
    return constant_time_compare(given.removeprefix(BEARER), settings.METRICS_TOKEN)
