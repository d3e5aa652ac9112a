"""Follows whatever changes what readers may find: posts, what they are filed under, who may read.

Each receiver acts in the transaction of the change.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from blog.archives.counting import recount, shelf_of
from blog.models.derived import PostWords
from blog.models.posts import PostAuthor, PostPage
from blog.searching import keeping

WHAT_READERS_SEE = {"title", "body", "posted_at", "live"}
Signal = Any  # whatever Django tells its receivers beside


def connect() -> None:
    """Follow from now on."""
    # The clock takes down what has expired as a mere page.
    for model in (PostPage, Page):
        post_save.connect(_saved, sender=model, dispatch_uid=f"blog.searching {model.__name__}")
    post_delete.connect(_forgotten, sender=PostWords, dispatch_uid="blog.searching")
    for through in (PostPage.topics.through, PostPage.campaigns.through):
        m2m_changed.connect(_filed, sender=through, dispatch_uid="blog.searching")
    for signal in (post_save, post_delete):
        signal.connect(_signed, sender=PostAuthor, dispatch_uid="blog.searching")
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="blog.searching")
    post_page_move.connect(_moved, dispatch_uid="blog.searching")


def _saved(
    instance: Page,
    *,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_signal: Signal,
) -> None:
    """A revision writes nothing that readers see, and the page it saves carries a draft's words."""
    if raw or not (update_fields is None or update_fields & WHAT_READERS_SEE):
        return
    if instance.live or "live" not in (update_fields or {"live"}):
        keeping.keep(instance.pk)
    else:
        keeping.forget(instance.pk)


def _forgotten(instance: PostWords, **_signal: Signal) -> None:
    recount([shelf_of(instance)])


def _filed(
    instance: Model, *, action: str, reverse: bool, pk_set: set[int] | None, **_signal: Signal
) -> None:
    if action in ("post_add", "post_remove", "post_clear"):
        for post_id in (pk_set or ()) if reverse else [instance.pk]:
            keeping.refile(post_id)


def _signed(instance: PostAuthor, **_signal: Signal) -> None:
    keeping.refile(instance.post_id)


def _restricted(instance: PageViewRestriction, **_signal: Signal) -> None:
    for page in Page.objects.filter(pk=instance.page_id):
        keeping.keep_below(page)


def _moved(instance: Page, **_signal: Signal) -> None:
    keeping.keep_below(instance)
