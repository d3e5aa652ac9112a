"""What the staff sees of subscribers: how many want what, and no address in full."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from blog.models import NewsFrequency, Subscriber
from blog.newsletter import ending
from operations import mailbox

SEE, REMOVE = "blog.view_subscriber", "blog.delete_subscriber"
ON_A_PAGE = 50
View = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class Row:
    """How many confirmed subscribers an edition or a campaign has, by how often they get mail."""

    name: str
    numbers: list[int]
    waiting: int

    @property
    def total(self) -> int:
        """All who confirmed."""
        return sum(self.numbers)


class SubscribersMenuItem(MenuItem):
    """The report's line in the menu of reports, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether its reader gets in."""
        return request.user.has_perm(SEE)


def menu_item() -> MenuItem:
    """Below Reports."""
    return SubscribersMenuItem(
        gettext_lazy("News by e-mail"),
        reverse("news_subscribers"),
        name="news-subscribers",
        icon_name="mail",
        order=1_200,
    )


def only_for(right: str) -> Callable[[View], View]:
    """Refuse those of the staff who lack a right."""

    def decorator(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest) -> HttpResponse:
            if not request.user.has_perm(right):
                raise PermissionDenied
            return view(request)

        return wrapper

    return decorator


@only_for(SEE)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """GET news_subscribers: the numbers, and a list without addresses."""
    context = {
        "rows": counts(),
        "frequencies": [str(label) for label in NewsFrequency.labels],
        "subscribers": _listed(request.GET.get("p", "")),
        "may_remove": request.user.has_perm(REMOVE),
    }
    return TemplateResponse(request, "blog/newsletter/report.html", context)


@only_for(REMOVE)
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """POST news_subscriber_remove: ends everything that an address gets, for who asks the staff."""
    try:
        email = mailbox.normalise(request.POST.get("email", ""))
    except ValidationError:
        messages.error(request, _("This is no e-mail address."))
        return redirect("news_subscribers")
    number = ending.stop_everything(email)
    text = ngettext("%(count)d subscription ended.", "%(count)d subscriptions ended.", number)
    messages.success(request, text % {"count": number})
    return redirect("news_subscribers")


def counts() -> list[Row]:
    """A row for each edition and campaign that anybody wants news of, in one query."""
    confirmed = Q(confirmed_at__isnull=False)
    numbers = {
        value: Count("pk", filter=confirmed & Q(frequency=value)) for value in NewsFrequency.values
    }
    grouped = Subscriber.objects.values("locale__language_code", "campaign__title")
    counted = grouped.annotate(waiting=Count("pk", filter=~confirmed), **numbers)
    edition_first = F("campaign__title").asc(nulls_first=True)
    rows: Iterable[Mapping[str, Any]] = counted.order_by("locale__language_code", edition_first)
    return [
        Row(
            name=row["campaign__title"] or _("All news") + f" ({row['locale__language_code']})",
            numbers=[row[value] for value in NewsFrequency.values],
            waiting=row["waiting"],
        )
        for row in rows
    ]


def masked(email: str) -> str:
    """An address that its owner knows again and nobody can write to, as in a…@example.org."""
    local, _at, domain = email.rpartition("@")
    return f"{local[:1]}…@{domain}"


def _listed(number: str) -> ListPage[Subscriber]:
    rows = Subscriber.objects.select_related("locale", "campaign").order_by("-asked_at", "-pk")
    listed: ListPage[Subscriber] = Paginator(rows, ON_A_PAGE).get_page(number)
    for subscriber in listed:
        subscriber.email = masked(subscriber.email)  # the template has no other
    return listed
