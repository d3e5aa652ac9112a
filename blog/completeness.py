"""Drafts with gaps stay drafts: published from a list, by approval or as copies.

The editor's form asks for what is missing before it publishes. Wagtail takes drafts as they are
when many are published at once, when one is approved and when copies are published.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import CheckboxInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

NAMED = 5  # titles in the message; more are counted


def refuse_gaps(
    request: HttpRequest, action_type: str, objects: Iterable[object], view: BulkAction
) -> HttpResponse | None:
    """Receives `before_bulk_action`: publishes none of the pages if one of them is not complete."""
    if action_type != "publish":
        return None
    pages = _meant([page for page in objects if isinstance(page, Page)], view)
    return redirect(view.next_url) if tell_of_gaps(request, pages) else None


def refuse_gaps_in_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Receives `before_copy_page`: publishes no copies if one of the drafts is not complete."""
    # An alias shows what its original shows to readers, which has no gaps.
    if not _is_ticked(request, "publish_copies") or _is_ticked(request, "alias"):
        return None
    is_tree = _is_ticked(request, "copy_subpages")
    pages = page.get_descendants(inclusive=True) if is_tree else [page]
    is_refused = tell_of_gaps(request, (copied for copied in pages if copied.live))
    return redirect(request.get_full_path()) if is_refused else None


def _is_ticked(request: HttpRequest, name: str) -> bool:
    """As the form reads it, which looks at this only after the hook."""
    return bool(CheckboxInput().value_from_datadict(request.POST, request.FILES, name))


def tell_of_gaps(request: HttpRequest, pages: Iterable[Page]) -> bool:
    """Whether one of the pages is not complete; then the user is told which."""
    unfinished = [page.get_admin_display_title() for page in pages if has_gaps(page)]
    if not unfinished:
        return False
    message = ngettext(
        "Nothing was published: “%(titles)s” still lacks something. Publish it in the editor: "
        "it says what.",
        "Nothing was published, for %(number)d pages still lack something: %(titles)s. Publish "
        "them in the editor: it says what.",
        len(unfinished),
    )
    titles = ", ".join(unfinished[:NAMED]) + ("…" if len(unfinished) > NAMED else "")
    messages.error(request, message % {"titles": titles, "number": len(unfinished)})
    return True


def has_gaps(page: Page) -> bool:
    """Whether the newest draft of a page holds a block that may not be published as it is."""
    draft = page.get_latest_revision_as_object()
    fields = (field for field in draft._meta.get_fields() if isinstance(field, StreamField))
    return any(_is_refused(getattr(draft, field.name)) for field in fields)


def _is_refused(body: StreamValue) -> bool:
    try:
        body.stream_block.clean(body)
    except ValidationError:
        return True
    return False


def _meant(pages: list[Page], view: BulkAction) -> list[Page]:
    """The pages, and the drafts below them if those are to be published with them."""
    if not view.cleaned_form.cleaned_data.get("include_descendants"):
        return pages
    drafts = [draft for page in pages for draft in page.get_descendants().not_live()]
    return [*pages, *drafts]
