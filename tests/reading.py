"""Reads pages as a stranger's browser gets them."""

from django.test import Client
from lxml import html as lxml_html


def read(client: Client, url: str) -> lxml_html.HtmlElement:
    """The page at an address."""
    response = client.get(url)
    assert response.status_code == 200
    return lxml_html.fromstring(response.content)


def words(page: lxml_html.HtmlElement) -> str:
    """What stands between the head and the foot of a page, in one line."""
    return " ".join(page.get_element_by_id("content").text_content().split())
