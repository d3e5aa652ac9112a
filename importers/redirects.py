"""Old addresses: each answers with a 301 as soon as its page is public, and not before."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from importers.models import ImportRecord, RecordKind, RecordState


def on_page_published(instance: Page, **_kwargs: Any) -> None:  # Any: a signal's arguments
    """Wagtail's `page_published`, which is also sent when a page is only scheduled."""
    if instance.live:
        open_waiting(instance)


def open_waiting(page: Page) -> None:
    """Open the old addresses that waited for this page."""
    waiting = ImportRecord.objects.filter(
        kind=RecordKind.REDIRECT, state=RecordState.WAITING, target_id=page.pk
    )
    for record in waiting:
        site = page.get_site()
        if site is not None:
            record.state = open_address(record.source_id, page.pk, site)
            record.save(update_fields=["state"])


def open_address(old_path: str, page_id: int, site: Site) -> RecordState:
    """Let the old path lead to the page; IN_USE where something else answers to it already."""
    if is_in_use(old_path, site):
        return RecordState.IN_USE
    Redirect.objects.create(old_path=old_path, site=site, redirect_page_id=page_id)
    return RecordState.TAKEN


def is_in_use(old_path: str, site: Site) -> bool:
    """Whether a redirect or a public page of this newsroom has the path. It wins over the past."""
    if Redirect.get_for_site(site).filter(old_path=old_path).exists():
        return True
    url_path = f"{site.root_page.url_path}{old_path.strip('/')}/".replace("//", "/")
    return bool(Page.objects.live().filter(url_path=url_path).exists())
