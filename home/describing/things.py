"""The things of schema.org that stand on a page."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from wagtail.models import Page

from blog import structured
from blog.around_a_post import Surroundings
from blog.events.reading import events_in
from blog.events.structured import event
from blog.models import PostPage
from blog.placed_page import open_above
from blog.structured import Step, Thing
from blog.structured.article import Around, Picture, Writer
from blog.structured.organisation import refer
from home.models import HomePage

Shown = Mapping[str, Any]  # Any: what the page's own template is given


def things_on(
    page: Page, *, publisher: Thing, picture: Picture | None, shown: Shown
) -> Iterator[Thing]:
    """Who publishes; the newsroom on its front page, elsewhere the way there; posts; events."""
    yield publisher
    if isinstance(page, HomePage):
        language = page.locale.language_code
        yield structured.website(
            page.title, url=page.full_url, language=language, publisher=publisher
        )
    else:
        yield structured.trail(list(_steps(page, shown)))
    if isinstance(page, PostPage) and shown.get("around"):
        around = _around(shown["around"], picture=picture, base=page.full_url)
        yield structured.article(page, url=page.full_url, publisher=publisher, around=around)
    if body := getattr(page, "body", None):
        seen = picture.url if picture else ""
        for told in events_in(body):
            yield event(told, page_url=page.full_url, organizer=refer(publisher), image=seen)


def _steps(page: Page, shown: Shown) -> Iterator[Step]:
    """From the front page down to the page; an archive is a step below the index that it is of."""
    for each in (*open_above(page), page):
        yield Step(each.title, each.full_url)
    if shown.get("route"):
        yield Step(str(shown.get("heading", "")), f"{page.full_url}{shown['route']}")


def _around(around: Surroundings, *, picture: Picture | None, base: str) -> Around:
    return Around(
        writers=[Writer(link.name, urljoin(base, link.url)) for link in around.authors],
        topics=[link.name for link in around.topics],
        corrections=around.corrections,
        picture=picture,
    )
