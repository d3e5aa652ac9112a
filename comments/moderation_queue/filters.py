"""What a moderator asked to see: a tab, words, a post, dates. It travels in the address."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments.models import Comment, CommentQuerySet
from comments.moderation_queue import order, tabs
from comments.moderation_queue.alike import one_of_each
from comments.moderation_queue.checked import to_check
from comments.moderation_queue.edited import edited
from comments.moderation_queue.languages import language_choices
from comments.moderation_queue.narrowing import Narrowed, narrow, pages_of
from comments.moderation_queue.order import ListPage, Stretch
from comments.moderation_queue.reported import reported
from comments.moderation_queue.sections import section_choices
from comments.moderation_queue.tabs import TABS, Tab
from comments.states import CommentStatus

NARROWING_FIELDS = (
    "q", "post", "page", "alike", "since", "until", "language", "section", "urgent",
)  # fmt: skip
BEHIND_THE_FOLD = ("post", "since", "until", "language", "section", "urgent")
PLACE_FIELDS = ("after", "before")
STATE_FIELDS = ("status", *NARROWING_FIELDS, "n", *PLACE_FIELDS)
SIZES = (25, 50, 100)
MAX_QUERY_CHARACTERS = 200
LARGEST_PAGE_NUMBER = 2**31 - 1
LARGEST_CLUSTER_NUMBER = 2**63 - 1

OLDEST_FIRST = ("created_at", "id")
NEWEST_FIRST = ("-created_at", "-id")
DRAWN_FIRST = ("drawn_at", "id")
URGENT_FIRST = ("-urgency", "created_at", "id")


class QueueFilter(forms.Form):
    """The filters above the list. A value that makes no sense is named, and left aside."""

    status = forms.ChoiceField(choices=TABS, required=False, widget=forms.HiddenInput)
    page = forms.IntegerField(
        min_value=1, max_value=LARGEST_PAGE_NUMBER, required=False, widget=forms.HiddenInput
    )
    alike = forms.IntegerField(
        min_value=1, max_value=LARGEST_CLUSTER_NUMBER, required=False, widget=forms.HiddenInput
    )
    n = forms.TypedChoiceField(
        choices=[(size, size) for size in SIZES],
        coerce=int,
        required=False,
        widget=forms.HiddenInput,
    )
    q = forms.CharField(label=_("Name or words"), max_length=MAX_QUERY_CHARACTERS, required=False)
    post = forms.CharField(
        label=_("Title of the post"), max_length=MAX_QUERY_CHARACTERS, required=False
    )
    since = forms.DateField(
        label=_("Since"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    language = forms.ChoiceField(label=_("Language"), choices=language_choices, required=False)
    section = forms.IntegerField(
        label=_("Section"),
        min_value=1,
        max_value=LARGEST_PAGE_NUMBER,
        required=False,
        widget=forms.HiddenInput,
    )
    urgent = forms.BooleanField(label=_("Only what is urgent"), required=False)

    def __init__(self, data: QueryDict, *, among: CommentQuerySet | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.among = Comment.objects.all() if among is None else among
        self.is_valid()
        self.state = kept_state(data)
        self.shows_all_fields = bool(data.get("more")) or self.is_detailed
        if self.shows_all_fields:
            self.fields["section"].widget = forms.Select(choices=section_choices())

    @property
    def tab(self) -> str:
        """The chosen status, or "all"; what waits when nothing is chosen."""
        return self.cleaned_data.get("status") or CommentStatus.PENDING

    @property
    def size(self) -> int:
        """How many cards a page has."""
        return self.cleaned_data.get("n") or SIZES[0]

    @property
    def narrows(self) -> bool:
        """Whether anything but the tab is chosen."""
        return any(self.state.get(name) for name in NARROWING_FIELDS)

    @property
    def is_detailed(self) -> bool:
        """Whether a filter behind the fold is set, or wrong."""
        return any(self.state.get(name) for name in BEHIND_THE_FOLD)

    def kept(self) -> list[tuple[str, str]]:
        """What a search in this list keeps of it, beside what is typed: names and values."""
        hidden = {field.name for field in self.hidden_fields() if not field.errors}
        return [(name, value) for name, value in self.state.items() if name in hidden]

    def behind_the_fold(self) -> list[forms.BoundField]:
        """The fields that are shown only when somebody wants more of them."""
        return [self[name] for name in BEHIND_THE_FOLD]

    @property
    def shows_one_of_each(self) -> bool:
        """Whether what waits alike has one card; not when somebody wants to see all of a kind."""
        return self.tab == CommentStatus.PENDING and not self.cleaned_data.get("alike")

    def matching(self) -> CommentQuerySet:
        """The comments that fit, of which the tab's are listed."""
        return self._narrowed.listed.all()

    @cached_property
    def _narrowed(self) -> Narrowed:
        """Made once for all tabs: it asks the database which way is the shortest."""
        return narrow(self.among, self.cleaned_data, tab=self.tab)

    def pages(self) -> QuerySet[Page, Any] | None:
        """The numbers of the pages that the list is narrowed to; None where it is to none."""
        return pages_of(self.cleaned_data)

    def of_tab(self) -> CommentQuerySet:
        """Those of the tab, each for itself, in no order."""
        return self._of_tab(self.tab, self.matching())

    def _of_tab(self, tab: str, matching: CommentQuerySet) -> CommentQuerySet:
        if self.cleaned_data.get("urgent") and tab in NEVER_URGENT:
            return self.among.none()  # without looking through all of them for it
        if tab in SPECIAL:
            return SPECIAL[tab](matching)
        return matching if tab == tabs.ALL else matching.filter(status=tab)

    def stretches(self) -> list[Stretch]:
        """The list in its order: what waits or is asked about begins with the most harmful."""
        comments = self.of_tab()
        if self.tab == CommentStatus.PENDING:
            waiting = one_of_each(comments) if self.shows_one_of_each else comments
            if self.cleaned_data.get("q"):  # which each stretch would look up anew
                return [Stretch(waiting, URGENT_FIRST)]
            urgent = Stretch(waiting.filter(urgency__gt=0), URGENT_FIRST)
            others = Stretch(waiting.filter(urgency=0), OLDEST_FIRST)
            # Where only that is asked for, all that waits would be gone through to find no more.
            return [urgent] if self.cleaned_data.get("urgent") else [urgent, others]
        if self.tab == tabs.REPORTED:
            public = Q(status=CommentStatus.PUBLISHED)
            return [Stretch(comments.filter(part), OLDEST_FIRST) for part in (public, ~public)]
        return [Stretch(comments, KEYS.get(self.tab, NEWEST_FIRST))]

    def listed(self) -> ListPage:
        """The page of the list that the address names; its first one if it names none."""
        stretches = self.stretches()
        for name, read in (("after", order.page_after), ("before", order.page_before)):
            if cursor := order.read_cursor(self.state.get(name, ""), stretches):
                return read(stretches, cursor, self.size)
        return order.first_page(stretches, self.size)

    def lists(self) -> dict[str, CommentQuerySet]:
        """The comments that fit, by tab, to be counted."""
        return {tab: self._of_tab(tab, self._narrowed.counted.all()) for tab, _label in TABS}

    def said(self, number: int) -> str:
        """How many of these comments there are, as people read it, if so many were counted."""
        return tabs.bounded(number, is_part=self._narrowed.is_part)

    def tabs(self, counts: Mapping[str, int]) -> list[Tab]:
        """The tabs, each keeping the other filters."""
        return [
            Tab(label, self.said(counts.get(tab, 0)), self.url(status=tab), tab == self.tab)
            for tab, label in TABS
        ]

    def url(self, **changed: object) -> str:
        """The list's address at its beginning, as it is but for what is `changed`."""
        kept = {name: value for name, value in self.state.items() if name not in PLACE_FIELDS}
        return _queue_url(kept | {name: str(value) for name, value in changed.items()})


SPECIAL: Mapping[str, Callable[[CommentQuerySet], CommentQuerySet]] = {
    tabs.REPORTED: reported,
    tabs.EDITED: edited,
    tabs.TO_CHECK: to_check,
    CommentStatus.SPAM.value: lambda comments: comments.filter(
        status=CommentStatus.SPAM, urgency=0
    ),
    tabs.CONFIRMED_SPAM: lambda comments: comments.filter(status=CommentStatus.SPAM, urgency__gt=0),
}
NEVER_URGENT = frozenset(
    {*CommentStatus.values, tabs.CONFIRMED_SPAM, tabs.EDITED} - {CommentStatus.PENDING.value}
)
KEYS = {tabs.EDITED: OLDEST_FIRST, tabs.TO_CHECK: DRAWN_FIRST}


def kept_state(query: QueryDict) -> dict[str, str]:
    """What the list remembers of an address; everything else in it is dropped."""
    return {name: value for name in STATE_FIELDS if (value := query.get(name))}


def queue_url(back: str = "") -> str:
    """The list's own address with the state written in `back`, whatever else that may hold."""
    return _queue_url(kept_state(QueryDict(back)))


def back_of(request: HttpRequest) -> str:
    """The state of the list that the moderator came from, as its address says it."""
    return request.POST.get("back") or request.GET.get("back", "")


def _queue_url(state: Mapping[str, str]) -> str:
    address = reverse("reader_comments:queue")
    return f"{address}?{urlencode(state)}" if state else address
