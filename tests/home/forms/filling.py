"""Makes pages with a form, and fills them in as a reader does."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html as lxml_html

from home.models import FormField, FormPage
from tests.pages import Newsroom

FIELDS = [("Name", "singleline"), ("E-mail", "email"), ("Message", "multiline")]
HONEST = {
    "name": "Ana",
    "e_mail": "ana@example.org",
    "message": "May I bring my neighbour to the hearing on Tuesday?",
}
OWN = {"sec-fetch-site": "same-origin"}


def make_form(newsroom: Newsroom, title: str = "Write to us", **fields: Any) -> FormPage:
    """A published page with a form that asks for a name, an address and a message."""
    asked = fields.pop("asked", FIELDS)
    page = FormPage(title=title, locale=newsroom.home.locale, slug="write", **fields)
    newsroom.home.add_child(instance=page)
    for place, (label, kind) in enumerate(asked):
        FormField.objects.create(
            page=page, label=label, field_type=kind, sort_order=place, choices="A\nB"
        )
    return page


def opened(client: Client, page: FormPage) -> dict[str, str]:
    """What the hidden fields of the page say."""
    response = client.get(page.url)
    assert response.status_code == 200
    return hidden(response)


def hidden(response: HttpResponse) -> dict[str, str]:
    inputs = lxml_html.fromstring(response.content).xpath("//form//input[@type='hidden']")
    return {each.get("name"): each.get("value") for each in inputs}


def send(client: Client, page: FormPage, /, **answers: Any) -> HttpResponse:
    """Open the page, fill it in and send it; `headers` and `ticket` may be others."""
    headers = answers.pop("headers", OWN)
    ticket = answers.pop("ticket", None) or opened(client, page)
    address = f"/forms/{page.pk}/send/"
    return client.post(address, HONEST | ticket | answers, headers=headers)
