"""The block list over HTTP: what stands on it, trying and adding an entry, taking one away."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.paginator import WagtailPaginator

from accounts.models import User
from comments import blocks, permissions
from comments.blocks import DryRun
from comments.models import Block
from comments.moderation_queue.block_form import BlockForm
from comments.moderation_queue.block_suggestions import suggestions
from comments.moderation_queue.screens import screen

ENTRIES_PER_PAGE = 100
SHOWN_OF_DRY_RUN = 100


@require_safe
def list_blocks(request: HttpRequest) -> HttpResponse:
    """GET reader_comments:blocks: the entries in force, the newest first."""
    permissions.require_moderator(request)
    held = Block.objects.active(timezone.now()).filter(is_ban=False)
    entries = held.select_related("created_by")
    paginator = WagtailPaginator(entries, ENTRIES_PER_PAGE)
    listed = paginator.get_page(request.GET.get("p"))
    context = screen(_("Block list"), parent=_queue()) | {
        "items": listed,
        "elided_page_range": list(paginator.get_elided_page_range(listed.number)),
    }
    return render(request, "comments/moderation/blocks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_block(request: HttpRequest) -> HttpResponse:
    """POST reader_comments:add_block: say what the entry would have held; the second time, add it.

    A GET shows the form, filled in from the address, and changes nothing.
    """
    moderator = permissions.require_moderator(request)
    if request.method != "POST":
        return _form_page(request, BlockForm(initial=request.GET.dict()))
    form = BlockForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.was_tried and "add" in request.POST:
        return _add(request, form, moderator)
    return _tried(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_block(request: HttpRequest, block_id: int) -> HttpResponse:
    """POST reader_comments:remove_block: take an entry off the list. A GET asks first."""
    moderator = permissions.require_moderator(request)
    block = get_object_or_404(Block, pk=block_id, is_ban=False)
    if request.method != "POST":
        context = screen(_("Take off the block list"), parent=_list()) | {"entry": block}
        return render(request, "comments/moderation/block_removal.html", context)
    blocks.remove(block, user=moderator)
    messages.success(request, _("The entry is off the block list."))
    return _to_list()


def _tried(request: HttpRequest, form: BlockForm) -> HttpResponse:
    """The same form once more, with what the entry would have held, and the button to add it."""
    form.note_trial()
    return _form_page(request, form, result=blocks.dry_run(form.entry))


def _add(request: HttpRequest, form: BlockForm, moderator: User) -> HttpResponse:
    try:
        blocks.add(form.entry, expires_at=form.expires_at(timezone.now()), user=moderator)
    except blocks.AlreadyBlocked as there:
        reason = _("That is on the block list already (%(reason)s). Take the old entry off first.")
        form.add_error("typed", reason % {"reason": there.block.reason})
        return _form_page(request, form, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Added. From now on such comments wait for a person."))
    return _to_list()


def _form_page(
    request: HttpRequest,
    form: BlockForm,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    result: DryRun | None = None,
) -> HttpResponse:
    comment = form.came_from
    context = screen(_("Block something"), parent=_list()) | {
        "form": form,
        "comment": comment,
        "suggestions": suggestions(comment) if comment else [],
        "day_ends_at": blocks.end_of_day(timezone.now()),
        "result": result,
        "held": result.held[:SHOWN_OF_DRY_RUN] if result else (),
    }
    return render(request, "comments/moderation/block_form.html", context, status=status)


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("reader_comments:blocks"), status=HTTPStatus.SEE_OTHER)


def _queue() -> tuple[str, str]:
    return _("Reader comments"), reverse("reader_comments:queue")


def _list() -> tuple[str, str]:
    return _("Block list"), reverse("reader_comments:blocks")
