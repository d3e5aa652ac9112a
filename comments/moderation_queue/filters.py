"""What a moderator asked to see: a tab, words, a post, dates. It travels in the address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, CommentQuerySet
from comments.moderation_queue.alike import number_of_cards, one_of_each
from comments.moderation_queue.checked import to_check
from comments.moderation_queue.edited import edited
from comments.moderation_queue.reported import reported
from comments.states import CommentStatus

ALL = "all"
REPORTED = "reported"
EDITED = "edited"
TO_CHECK = "check"
TABS = [
    (CommentStatus.PENDING.value, CommentStatus.PENDING.label),
    (REPORTED, _("Reported")),
    (EDITED, _("Edited")),
    (TO_CHECK, _("To check")),
    *[choice for choice in CommentStatus.choices if choice[0] != CommentStatus.PENDING],
    (ALL, _("All")),
]
NARROWING_FIELDS = ("q", "post", "page", "alike", "since", "until")
STATE_FIELDS = ("status", *NARROWING_FIELDS, "p")
MAX_QUERY_CHARACTERS = 200
LARGEST_PAGE_NUMBER = 2**31 - 1
LARGEST_CLUSTER_NUMBER = 2**63 - 1


@dataclass(frozen=True)
class Tab:
    """One state of the list: how many comments of it fit the filters, and its address."""

    label: str | Promise
    count: int
    url: str
    is_current: bool


class QueueFilter(forms.Form):
    """The filters above the list. A value that makes no sense is named, and left aside."""

    status = forms.ChoiceField(choices=TABS, required=False, widget=forms.HiddenInput)
    page = forms.IntegerField(
        min_value=1, max_value=LARGEST_PAGE_NUMBER, required=False, widget=forms.HiddenInput
    )
    alike = forms.IntegerField(
        min_value=1, max_value=LARGEST_CLUSTER_NUMBER, required=False, widget=forms.HiddenInput
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

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()
        self.state = kept_state(data)

    @property
    def tab(self) -> str:
        """The chosen status, or "all"; what waits when nothing is chosen."""
        return self.cleaned_data.get("status") or CommentStatus.PENDING

    @property
    def narrows(self) -> bool:
        """Whether anything but the tab is chosen."""
        return any(self.state.get(name) for name in NARROWING_FIELDS)

    @property
    def is_detailed(self) -> bool:
        """Whether a filter behind the fold is set, or wrong."""
        return any(self.state.get(name) for name in ("post", "since", "until"))

    @property
    def shows_one_of_each(self) -> bool:
        """Whether what waits alike has one card; not when somebody wants to see all of a kind."""
        return self.tab == CommentStatus.PENDING and not self.cleaned_data.get("alike")

    def matching(self) -> CommentQuerySet:
        """The comments that fit, in every status."""
        return Comment.objects.filter(*self._conditions())

    def listed(self) -> CommentQuerySet:
        """The comments of the tab: the oldest first where people wait, else the newest."""
        if self.tab == ALL:
            return self.matching().newest_first()
        if self.tab in self._special():
            return self._special()[self.tab]
        comments = self.matching().filter(status=self.tab)
        if self.shows_one_of_each:
            comments = one_of_each(comments)
        is_waiting = self.tab == CommentStatus.PENDING
        return comments.oldest_first() if is_waiting else comments.newest_first()

    def number_listed(self, counts: Mapping[str, int]) -> int:
        """How many cards `listed` makes; `counts` are those of the tabs."""
        if self.shows_one_of_each:
            return number_of_cards(self.matching().waiting())
        return counts.get(self.tab, 0)

    def counts(self) -> dict[str, int]:
        """How many comments fit, by tab, in four queries."""
        by_status = self.matching().order_by().values_list("status").annotate(Count("pk"))
        counts = dict(by_status)
        special = {tab: comments.count() for tab, comments in self._special().items()}
        return {ALL: sum(counts.values())} | special | counts

    def tabs(self, counts: Mapping[str, int]) -> list[Tab]:
        """The tabs, each keeping the other filters."""
        kept = {name: value for name, value in self.state.items() if name != "p"}
        return [
            Tab(label, counts.get(tab, 0), _queue_url(kept | {"status": tab}), tab == self.tab)
            for tab, label in TABS
        ]

    def _special(self) -> dict[str, CommentQuerySet]:
        """The tabs of what shows, and yet asks for a moderator."""
        return {
            REPORTED: reported(self.matching()),
            EDITED: edited(self.matching()),
            TO_CHECK: to_check(self.matching()),
        }

    def _conditions(self) -> Iterator[Q]:
        asked = self.cleaned_data
        if words := asked.get("q"):
            yield Q(author_name__icontains=words) | Q(body__icontains=words)
        if title := asked.get("post"):
            yield Q(page__title__icontains=title)
        if page_id := asked.get("page"):
            yield Q(page_id=page_id)
        if cluster_id := asked.get("alike"):
            yield Q(cluster_id=cluster_id)
        if since := asked.get("since"):
            yield Q(created_at__date__gte=since)
        if until := asked.get("until"):
            yield Q(created_at__date__lte=until)


def kept_state(query: QueryDict) -> dict[str, str]:
    """What the list remembers of an address; everything else in it is dropped."""
    return {name: value for name in STATE_FIELDS if (value := query.get(name))}


def queue_url(back: str = "") -> str:
    """The list's own address with the state written in `back`, whatever else that may hold."""
    return _queue_url(kept_state(QueryDict(back)))


def _queue_url(state: Mapping[str, str]) -> str:
    address = reverse("reader_comments:queue")
    return f"{address}?{urlencode(state)}" if state else address
