"""What is said below the same page in its other languages."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from comments.models.open_pages import public_family
from comments.threads.counting import counts_for


@dataclass(frozen=True)
class OtherThread:
    """The thread of a translation. `name` is that of its language, in that language."""

    language: str
    name: str
    url: str
    count: int


def other_threads(page: Page) -> list[OtherThread]:
    """Those of a page's public translations in which something is said; in two queries.

    An alias shows the words and the thread of another page, and has none of its own.
    """
    itself = (page.pk, page.alias_of_id)
    others = [each for each in public_family(page) if each.pk not in itself]
    pages = {each.pk: each for each in others if each.alias_of_id is None}
    counts = counts_for(list(pages.values())) if pages else {}
    return [_thread(pages[number], count) for number, count in counts.items() if count]


def _thread(page: Page, count: int) -> OtherThread:
    language = page.locale.language_code
    name = dict(settings.LANGUAGES).get(language, language)
    return OtherThread(language, name, page.url or "", count)
