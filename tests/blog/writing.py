"""Writes posts through Wagtail's own form, as an editor does, for tests."""

from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html
from wagtail.test.utils.form_data import nested_form_data, streamfield

from blog.models import PostPage
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.pages import Newsroom

Block = tuple[str, Any]  # its kind, and what its fields send


def editor() -> Client:
    """Somebody who may do everything, signed in."""
    return sign_in(make_user(is_superuser=True))


def write_post(
    client: Client,
    newsroom: Newsroom,
    *,
    title: str,
    body: list[Block],
    publish: bool = True,
    **more: Any,
) -> tuple[PostPage | None, str]:
    """The post that the form made, if it made one, and the page that the editor saw next.

    `more` is what else the form sends.
    """
    address = reverse("wagtailadmin_pages:add", args=["blog", "postpage", newsroom.index.pk])
    form = lxml_html.fromstring(client.get(address).content).get_element_by_id("page-edit-form")
    fields = {name: value for name, value in form.fields.items() if name and value is not None}
    fields |= {"title": title, "slug": "written"} | nested_form_data({"body": streamfield(body)})
    fields |= more
    fields.pop("action-publish", None)
    if publish:
        fields["action-publish"] = "action-publish"
    answer = client.post(address, fields, follow=True)
    return PostPage.objects.filter(slug="written").first(), answer.content.decode()
