"""Writing pages: first their places in the tree, then their words.

All places come first, because a body may link to any other post and a link needs its page.
"""

import json

from wagtail.models import Page

from blog.models import Author, PostAuthor, PostPage, Topic
from importers.applying.words import PageWords
from importers.destination import Destination
from importers.records import ItemStatus


def place(destination: Destination, kind: str, *, title: str, slug: str) -> Page:
    """A page without words, which nobody but editors sees."""
    parent = destination.parent_of(kind)
    page = destination.model_of(kind)(
        title=title, slug=slug, live=False, has_unpublished_changes=True, locale_id=parent.locale_id
    )
    return parent.add_child(instance=page)


def fill(page: Page, words: PageWords) -> None:
    """Give a placed page its words, and make it public if it was public in the old blog."""
    _set_words(page, words)
    if words.status == ItemStatus.PUBLISHED:
        page.live, page.has_unpublished_changes = True, False
        _set_publication_times(page, words)
    if words.status == ItemStatus.SCHEDULED:
        page.go_live_at = words.item.published_at
    page.save(clean=False)
    if words.status != ItemStatus.PUBLISHED:
        _save_draft(page)


def rewrite(page: Page, words: PageWords) -> None:
    """Bring a page's words up to date. Whether it is public is no longer the old blog's to say."""
    _set_words(page, words)
    if page.live:
        _set_publication_times(page, words)
    page.save(clean=False)
    if not page.live:
        _save_draft(page)
    elif page.latest_revision_id:
        # The editor opens the newest revision, so it has to be this one.
        page.live_revision = page.save_revision(clean=False, changed=False)
        page.save(clean=False, update_fields=["live_revision"])


def _set_words(page: Page, words: PageWords) -> None:
    page.title = page.draft_title = words.title
    page.body = json.dumps(words.blocks)
    page.comments_open = words.comments_open
    if isinstance(page, PostPage):
        page.posted_at = words.item.published_at
        page.has_generated_title = words.is_title_generated
        page.topics = Topic.objects.filter(pk__in=words.topic_ids)
        authors = Author.objects.in_bulk(words.author_ids)
        page.post_authors.set([PostAuthor(author=author) for author in authors.values()])


def _set_publication_times(page: Page, words: PageWords) -> None:
    page.first_published_at = words.item.published_at
    page.last_published_at = words.item.updated_at or words.item.published_at


def _save_draft(page: Page) -> None:
    """Keep the words as a draft that the editor opens; a schedule is approved with it."""
    revision = page.save_revision(clean=False)
    if page.go_live_at:
        revision.publish(log_action=False)
