"""Shows the patterns: all on one page for the eye, each state on one of its own for tests."""

from collections.abc import Callable, Iterator
from functools import wraps

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from home.patterns.catalogue import Pattern, patterns

LANGUAGE = "language"
View = Callable[..., HttpResponse]


def for_developers(view: View) -> View:
    """404 elsewhere. `?language=ar` turns a page round; it speaks English where we have no more."""

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, **parts: str) -> HttpResponse:
        if not settings.SHOWS_PATTERNS:
            raise Http404
        language = request.GET.get(LANGUAGE, "")
        with translation.override(language if language in LANG_INFO else settings.LANGUAGE_CODE):
            return view(request, **parts)

    return shown


@for_developers
def everything(request: HttpRequest) -> HttpResponse:
    """GET patterns: every component in every state."""
    return render(request, "patterns/page.html", {"shown": list(states())})


@for_developers
def alone(request: HttpRequest, slug: str) -> HttpResponse:
    """GET pattern: one state of one component."""
    found = [state for state in states() if state["slug"] == slug]
    if not found:
        raise Http404
    return render(request, "patterns/state.html", {"state": found[0]})


def states() -> Iterator[dict[str, object]]:
    """What templates are told of each state; `slug` is its part of the address."""
    for pattern in patterns():
        for name in pattern.states:
            yield _told(pattern, name)


def _told(pattern: Pattern, name: str) -> dict[str, object]:
    return {
        "slug": slugify(f"{pattern.name} {name}"),
        "name": f"{pattern.name}: {name}",
        "template": pattern.template,
        "context": pattern.states[name],
    }
