"""Rows of what live pages hold: an event and an action can be looked up without reading bodies.

They follow in the transaction that saves a page. What a draft says is in no row: only a page that
is live has some, and they come from what its own table holds, never from a revision.
"""

from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.blocks import StreamValue
from wagtail.models import Page

from blog.actions import actions_in
from blog.blocks import BodyBlock
from blog.events.reading import events_in
from blog.models import PostAction, PostEvent

Row = TypeVar("Row", PostEvent, PostAction)
WHAT_AN_EVENT_SAYS = ["title", "starts_at", "ends_at", "time_zone", "state"]
WHAT_AN_ACTION_SAYS = ["kind", "label", "url"]


def connect() -> None:
    """Follow every page that is saved from now on."""
    post_save.connect(follow_saved, dispatch_uid="blog.deriving")


def follow_saved(
    sender: type[Model],
    instance: Model,
    *,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_signal: Any,
) -> None:
    """Receives `post_save`: settles the rows of a page whose body or standing was written.

    A revision writes neither, and the page that it saves carries the words of a draft.
    """
    written = {"body", "live"} if update_fields is None else {"body", "live"} & update_fields
    if raw or not written or not isinstance(instance, Page):
        return
    settle(instance if written == {"body", "live"} else Page.objects.get(pk=instance.pk))


def settle(page: Page) -> None:
    """Make the rows of a page those of its live body; doing it twice changes nothing."""
    body = _live_body(page)
    with transaction.atomic():
        events = [] if body is None else _events(page, body)
        _keep(PostEvent, page, events, said=WHAT_AN_EVENT_SAYS)
        actions = [] if body is None else _actions(page, body)
        _keep(PostAction, page, actions, said=WHAT_AN_ACTION_SAYS)


def _live_body(page: Page) -> StreamValue | None:
    """The body that readers see; None of a page that is not live or has none."""
    specific = page.specific if page.live else page
    body = getattr(specific, "body", None)
    is_ours = isinstance(body, StreamValue) and isinstance(body.stream_block, BodyBlock)
    return body if page.live and is_ours else None


def _events(page: Page, body: StreamValue) -> list[PostEvent]:
    return [
        PostEvent(
            page_id=page.pk,
            block_id=event.block_id,
            title=event.title,
            starts_at=event.starts,
            ends_at=event.ends,
            time_zone=event.zones[0],
            state=event.state,
        )
        for event in events_in(body)
        if event.block_id
    ]


def _actions(page: Page, body: StreamValue) -> list[PostAction]:
    return [
        PostAction(
            page_id=page.pk,
            block_id=action.block_id,
            kind=action.kind,
            label=action.label,
            url=action.url,
        )
        for action in actions_in(body)
        if action.block_id and action.url
    ]


def _keep(model: type[Row], page: Page, rows: list[Row], *, said: list[str]) -> None:
    """Exactly these rows for the page; of blocks that go by the same identifier, the last one."""
    named = {row.block_id: row for row in rows}
    model.objects.filter(page_id=page.pk).exclude(block_id__in=named).delete()
    model.objects.bulk_create(
        list(named.values()),
        update_conflicts=True,
        unique_fields=["page", "block_id"],
        update_fields=said,
    )
