"""What pages have in common when programs read them."""

from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Page

from blog.api.shapes import Linked, Named
from blog.models.people import NamedSnippet
from operations import feeds


def named(row: NamedSnippet) -> Named:
    """An author, a topic or a series."""
    return Named(name=row.name, slug=row.slug)


def linked(request: HttpRequest, page: Page) -> Linked:
    """A page that everybody may read."""
    return Linked(id=page.pk, title=page.title, url=page.get_full_url(request))


def html_of(request: HttpRequest, page: Page, template: str, **context: Model) -> str:
    """The text of a page in its own language, cleaned as for feeds."""
    with translation.override(page.locale.language_code):
        html = render_to_string(template, {"page": page, **context})
    return feeds.absolute(html, base=page.get_full_url(request) or "")
