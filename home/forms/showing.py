"""The page of a form: never kept by a cache, for it holds a ticket that is good once."""

from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from home.forms import ticket
from home.models import FormKind, FormPage, SentForm, SentVerdict

TRAP = "fax-number"  # no browser fills in a fax number by itself


def show(request: HttpRequest, page: FormPage) -> HttpResponse:
    """The page with an empty form."""
    return answer(request, page, page.get_form(page=page, user=None))


def answer(request: HttpRequest, page: FormPage, form: Form, *, status: int = 200) -> HttpResponse:
    """The page with a form as it was filled in, and what is wrong with it."""
    with translation.override(page.locale.language_code):
        context = page.get_context(request) | {"form": form}
        response = render(request, page.get_template(request), context, status=status)
        response["Content-Language"] = translation.get_language()
    patch_cache_control(response, private=True, no_store=True)
    return response


def surroundings(page: FormPage, *, now: datetime) -> dict[str, Any]:
    """What stands around the form: where it is sent, with which ticket, how many have pledged."""
    return {
        "send_url": reverse("forms:send", args=[page.pk]),
        "ticket_field": ticket.FIELD,
        "ticket": ticket.issue(page.pk, now=now),
        "trap": TRAP,
        "pledges": _pledges(page) if page.kind == FormKind.PLEDGE else None,
    }


def thanks(request: HttpRequest, page: FormPage) -> HttpResponse:
    """The page that thanks, the same for everybody."""
    with translation.override(page.locale.language_code):
        response = page.render_landing_page(request)
        rendered: HttpResponse = response.render()
        rendered["Content-Language"] = translation.get_language()
    rendered["X-Robots-Tag"] = "noindex"
    return rendered


def surroundings_now(page: FormPage) -> dict[str, Any]:
    """What stands around it at this moment; nothing around a page that was never saved."""
    return surroundings(page, now=timezone.now()) if page.pk else {}


def _pledges(page: FormPage) -> int:
    number: int = SentForm.objects.filter(page=page, verdict=SentVerdict.FINE).count()
    return number
