"""A copied page is another page: its blocks get identifiers of their own.

Wagtail copies those of the original with it. An event is found by the identifier of its block, so
both pages would hand out one and the same event.

A translation shares them on purpose: its event is the same one, told in another language.
"""

from typing import Any
from uuid import uuid5

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, PageLogEntry

# Wagtail notes copies to be translated, and aliases, under other names.
COPIED = "wagtail.copy"


def connect() -> None:
    """Follow every page that is copied from now on."""
    post_save.connect(follow_copied, sender=PageLogEntry, dispatch_uid="blog.copying")


def follow_copied(
    *, instance: PageLogEntry, created: bool, raw: bool = False, **_signal: Any
) -> None:
    """Receives `post_save` of the log: Wagtail tells nothing else of each page that it copied.

    By then the copy stands with its revisions, and so do the pages above it.
    """
    if created and not raw and instance.action == COPIED:
        name_blocks_anew(instance.page.specific)


def name_blocks_anew(page: Page) -> None:
    """New identifiers for the blocks of a copy, the same ones in the page and in its revisions."""
    fields = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    if not fields:
        return
    with transaction.atomic():
        for field in fields:
            setattr(page, field.name, _renamed(page, field, getattr(page, field.name)))
        page.save(clean=False, update_fields=[field.name for field in fields])
        for revision in page.revisions.all():
            held = [field for field in fields if field.name in revision.content]
            for field in held:
                body = field.to_python(revision.content[field.name])
                revision.content[field.name] = field.get_prep_value(_renamed(page, field, body))
            revision.save(update_fields=["content"])
    page.refresh_from_db(fields=["latest_revision", "live_revision"])  # else the old ones are kept


def _renamed(page: Page, field: StreamField, body: StreamValue) -> StreamValue:
    """The body; what a block is called follows from the copy and from what it was called before."""
    blocks = [
        {**block, "id": str(uuid5(page.translation_key, block["id"]))}
        for block in body.get_prep_value()
    ]
    return StreamValue(field.stream_block, blocks, is_lazy=True)
