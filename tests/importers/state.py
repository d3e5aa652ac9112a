"""What a newsroom holds, in terms that do not depend on numbers or on the time of the import."""

import json
import re
from collections.abc import Mapping
from typing import Any

from django.apps import apps
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex

from blog.models import Author, PostPage, Topic
from comments.models import Comment, ModerationEvent
from home.models import PlainPage
from importers.models import ImportRecord


def state() -> Mapping[str, Any]:
    """Everything that an import writes; two equal states are the same newsroom."""
    return {
        "pages": [_page(page) for model in (PostPage, PlainPage) for page in model.objects.all()],
        "tree": sorted(Page.objects.values_list("url_path", "path", "numchild")),
        "comments": sorted(_comment(comment) for comment in Comment.objects.all()),
        "events": ModerationEvent.objects.count(),
        "authors": sorted(Author.objects.values_list("name", "slug", "url")),
        "topics": sorted(Topic.objects.values_list("name", "slug")),
        "redirects": sorted(Redirect.objects.values_list("old_path", "redirect_page__url_path")),
        "references": ReferenceIndex.objects.count(),
        "ledger": sorted(
            ImportRecord.objects.values_list("kind", "source_id", "content_hash", "state")
        ),
    }


def _page(page: PostPage | PlainPage) -> tuple[Any, ...]:
    slugs = dict(Page.objects.values_list("pk", "url_path"))
    body = re.sub(
        r'id=\\"(\d+)\\"',
        lambda found: slugs[int(found[1])],
        json.dumps(page.body.get_prep_value()),
    )
    times = page.first_published_at, page.last_published_at, page.go_live_at
    drafts = page.revisions.count(), page.has_unpublished_changes
    return (
        page.url_path,
        page.title,
        page.live,
        body,
        times,
        drafts,
        page.comments_open,
        *_more(page),
    )


def _more(page: PostPage | PlainPage) -> tuple[Any, ...]:
    if isinstance(page, PlainPage):
        return ()
    authors = [signed.author.name for signed in page.post_authors.all()]
    topics = sorted(page.topics.values_list("name", flat=True))
    return page.posted_at, page.has_generated_title, authors, topics


def _comment(comment: Comment) -> tuple[Any, ...]:
    parent = comment.parent.legacy_anchor if comment.parent else ""
    words = comment.author_name, comment.author_website, comment.body, comment.body_html
    standing = comment.status, comment.removed_by, comment.is_post_author
    times = str(comment.created_at), str(comment.edited_at)
    return comment.legacy_anchor, comment.page.url_path, parent, *words, *standing, *times


def rows() -> Mapping[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }
