"""The draft as its readers see it, and the editor's page on which links are made and revoked."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from accounts.models import User
from blog.drafts import links
from blog.models import DraftLink


@require_safe
def read(request: HttpRequest, secret: str) -> HttpResponse:
    """GET blog_files:draft: the newest draft; 404 for every link that opens nothing.

    Once there is nothing newer than what everybody may read, it leads there.
    """
    link = links.find(secret, now=timezone.now())
    if link is None:
        raise Http404
    page = link.page.specific
    if page.live and not page.has_unpublished_changes and not page.get_view_restrictions():
        return _unseen(redirect(page.get_url(request) or "/"))
    draft = page.get_latest_revision_as_object()
    attributes = {"shared_draft_until": link.expires_at}
    return _unseen(
        draft.make_preview_request(
            request, draft.default_preview_mode, extra_request_attrs=attributes
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, page_id: int) -> HttpResponse:
    """GET draft_links: the working links to a page; POST makes one for `days`."""
    page = _page_or_refuse(request, page_id)
    now = timezone.now()
    if request.method == "POST":
        links.make(page, user=_editor(request), days=_days(request), now=now)
        messages.success(request, _("Whoever has the link can read the draft."))
        return redirect("draft_links", page.pk)
    working = [(link, _address(request, link)) for link in links.links_to(page, now=now)]
    context = {
        "page": page,
        "links": working,
        "lifetimes": links.LIFETIMES,
        "usual": links.USUAL_DAYS,
    }
    return TemplateResponse(request, "blog/drafts/links.html", context)


@require_POST
def revoke(request: HttpRequest, page_id: int, link_id: int) -> HttpResponse:
    """POST draft_link_revoke: the link opens nothing from now on."""
    page = _page_or_refuse(request, page_id)
    link = get_object_or_404(DraftLink, pk=link_id, page_id=page.pk)
    links.revoke(link, user=_editor(request), now=timezone.now())
    messages.success(request, _("The link opens nothing any more."))
    return redirect("draft_links", page.pk)


def _unseen(response: HttpResponse) -> HttpResponse:
    """In no cache, in no search engine, and in no list of where visitors came from."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page_or_refuse(request: HttpRequest, page_id: int) -> Page:
    page = get_object_or_404(Page, pk=page_id).specific
    if not links.may_share(page, _editor(request)):
        raise PermissionDenied
    return page


def _editor(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _days(request: HttpRequest) -> int:
    typed = request.POST.get("days", "")
    days = int(typed) if typed.isdecimal() and len(typed) <= len(str(max(links.LIFETIMES))) else 0
    return days if days in links.LIFETIMES else links.USUAL_DAYS


def _address(request: HttpRequest, link: DraftLink) -> str:
    """The whole address, or "" if nobody can say it any more."""
    secret = links.secret_of(link)
    return request.build_absolute_uri(reverse("blog_files:draft", args=[secret])) if secret else ""
