"""Campaigns: what a group wants to reach, until when, with whom."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from blog.blocks import BodyBlock
from blog.feeds.routes import CampaignFeeds
from blog.own_address import OwnAddressPage
from blog.placed_page import PlacedPage
from blog.summary import first_words


class CampaignStatus(models.TextChoices):
    """How a campaign stands."""

    PLANNED = "planned", _("Planned")
    RUNNING = "running", _("Running")
    PAUSED = "paused", _("Paused")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")
    ENDED = "ended", _("Ended")


IN_THIS_ORDER = [CampaignStatus.RUNNING, CampaignStatus.PLANNED, CampaignStatus.PAUSED]
BY_STATUS = Case(
    *(When(status=status, then=place) for place, status in enumerate(IN_THIS_ORDER)),
    default=len(IN_THIS_ORDER),
    output_field=models.SmallIntegerField(),
)
# Said in full: where there is no date, databases differ.
LATEST_FIRST = F("starts_on").desc(nulls_last=True)
MOST_NORTH, MOST_EAST = 90, 180  # degrees


class CampaignIndexPage(OwnAddressPage):
    """Lists the campaigns of a language: those that run first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.CampaignPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and the campaigns: by how they stand, then the latest first."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        campaigns = CampaignPage.objects.child_of(self).live().public()
        context["campaigns"] = campaigns.order_by(BY_STATUS, LATEST_FIRST, "title")
        return context


class CampaignPage(CampaignFeeds, RoutablePageMixin, PlacedPage):
    """One campaign: its goal and how it stands, its posts, events, actions and places."""

    goal = models.TextField(
        _("goal"), help_text=_("What will be different once it is won, in a sentence or two.")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=CampaignStatus, default=CampaignStatus.RUNNING
    )
    starts_on = models.DateField(_("began on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["blog.CampaignIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("goal"),
        MultiFieldPanel(
            [FieldPanel("status"), FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading=_("How it stands"),
        ),
        FieldPanel("body"),
        InlinePanel("places", label=_("Place"), heading=_("Places that joined")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("goal"),
        index.SearchField("body"),
        index.AutocompleteField("goal"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=CampaignStatus.values),
                name="campaign_status_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="a_campaign_ends_after_it_began",
            ),
        ]

    def clean(self) -> None:
        """Beside what Wagtail checks: it ends no earlier than it began."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A campaign cannot end before it began.")})

    @property
    def summary(self) -> str:
        """What the editor wrote for search engines, else the goal."""
        return str(self.search_description or self.goal) or first_words(self.body)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context and what the campaign's posts and places make of it."""
        # Posts are filed under campaigns, so their models know this one.
        from blog.campaigns import drawing, gathering
        from blog.listing import list_posts

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        places = list(self.places.all())
        context["places"], context["map"] = places, drawing.draw(places)
        if self.pk:
            context["events"] = gathering.upcoming(self, timezone.now())
            context["actions"] = gathering.actions(self)
            context["listing"] = list_posts(gathering.posts_of(self), request)
        return context


class CampaignPlace(Orderable):
    """A place that joined; the map is drawn from its latitude and longitude, if it has them."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=120)
    region = models.CharField(_("state or region"), max_length=120, blank=True)
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    url = models.URLField(_("web address"), blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=7, decimal_places=4, null=True, blank=True
    )

    panels: list[Any] = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("region")]),
        FieldRowPanel([FieldPanel("joined_on"), FieldPanel("url")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name", "region"], name="a_place_joins_a_campaign_once"
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-MOST_NORTH, MOST_NORTH),
                    longitude__range=(-MOST_EAST, MOST_EAST),
                ),
                name="a_place_is_somewhere_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.region}" if self.region else self.name

    def clean(self) -> None:
        """A place on the map is somewhere on earth."""
        super().clean()
        if problems := dict(self._problems()):
            raise ValidationError(problems)

    def _problems(self) -> Iterator[tuple[str, ValidationError]]:
        """The fields that are wrong, and why."""
        needs_both = _("A place on the map needs both its latitude and its longitude.")
        if self.latitude is None and self.longitude is not None:
            yield "latitude", ValidationError(needs_both)
        elif self.latitude is not None and not -MOST_NORTH <= self.latitude <= MOST_NORTH:
            yield "latitude", ValidationError(_("A latitude is between -90 and 90."))
        if self.longitude is None and self.latitude is not None:
            yield "longitude", ValidationError(needs_both)
        elif self.longitude is not None and not -MOST_EAST <= self.longitude <= MOST_EAST:
            yield "longitude", ValidationError(_("A longitude is between -180 and 180."))
