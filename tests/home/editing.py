"""The page editor as a person uses it: the form is opened, changed and sent."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

FORM = "page-edit-form"


def fill_in(window: Client, address: str, changes: Mapping[str, str]) -> HttpResponse:
    """Open the form at an address, change some fields, send it."""
    page = window.get(address)
    assert page.status_code == 200, page.get("Location", page.status_code)
    fields = querydict_from_html(page.content.decode(), form_id=FORM)
    # A script makes this part of the form. Without one an empty body is sent.
    fields.update(nested_form_data({"body": streamfield([])}))
    for name, value in changes.items():
        fields[name] = value
    return window.post(address, fields)


def write_post(window: Client, index: Page, **changes: str) -> HttpResponse:
    """A new post below an index; `action_submit="1"` submits it, `action_publish="1"` publishes."""
    address = reverse("wagtailadmin_pages:add", args=["blog", "postpage", index.pk])
    title = {"title": "The county votes", "slug": "the-county-votes"}
    return fill_in(window, address, title | named(changes))


def change(window: Client, page: Page, **changes: str) -> HttpResponse:
    """The same in the editor of a page that is there."""
    return fill_in(window, reverse("wagtailadmin_pages:edit", args=[page.pk]), named(changes))


def named(changes: Mapping[str, str]) -> dict[str, str]:
    """Fields by the names that they have in the form."""
    return {name.replace("action_", "action-"): value for name, value in changes.items()}
