"""What a translated post names is in its own language: topics, campaigns, series, authors, posts.

Wagtail copies a post with all that it names as it is; a copy in Spanish would be filed in English.
"""

from collections.abc import Iterable
from typing import TypeVar

from wagtail.models import Page, TranslatableMixin
from wagtail.signals import copy_for_translation_done

from blog.models import PostPage

Row = TypeVar("Row", bound=TranslatableMixin)


def connect() -> None:
    """From now on look at each copy that is made to be translated."""
    copy_for_translation_done.connect(file_in_its_language)


def file_in_its_language(*, target_obj: object, **_signal: object) -> None:
    """Let the copy name rows of its own language where there are any. No copy is published yet.

    An alias is no translation: it shows what its original shows.
    """
    if not isinstance(target_obj, Page):
        return
    copy = target_obj.specific
    if not isinstance(copy, PostPage) or copy.alias_of_id:
        return
    draft = copy.get_latest_revision_as_object()
    _rename(draft)
    draft.save_revision(clean=False, log_action=False)


def _rename(draft: PostPage) -> None:
    """Done in the draft, which is what an editor opens and publishes."""
    locale_id = draft.locale_id
    draft.topics.set(_translated(draft.topics.all(), locale_id))
    draft.campaigns.set(_translated(draft.campaigns.all(), locale_id))
    if draft.series:
        [draft.series] = _translated([draft.series], locale_id)
    signed, related = list(draft.post_authors.all()), list(draft.related_posts.all())
    authors = _translated([each.author for each in signed], locale_id)
    posts = _translated([each.related for each in related], locale_id)
    for each, author in zip(signed, authors, strict=True):
        each.author = author
    for each, post in zip(related, posts, strict=True):
        each.related = post
    draft.post_authors.set(signed)
    draft.related_posts.set(related)


def _translated(rows: Iterable[Row], locale_id: int) -> list[Row]:
    """The same in a language, in the same order; what has no translation stays as it is."""
    found = list(rows)
    if not found:
        return []
    keys = [row.translation_key for row in found]
    own = type(found[0])._default_manager.filter(translation_key__in=keys, locale_id=locale_id)
    by_key = {row.translation_key: row for row in own}
    return [by_key.get(row.translation_key, row) for row in found]
