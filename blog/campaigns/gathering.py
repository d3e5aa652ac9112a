"""What a campaign's page gathers from its posts: events to come, and things to do now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format
from wagtail.models import Page

from blog.events import zones
from blog.events.zones import Clock
from blog.models.campaigns import CampaignPage
from blog.models.derived import EventState, PostAction, PostEvent
from blog.models.posts import PostPage, PostQuerySet
from blog.shelves import Rows, narrow
from operations import page_cache

EVENTS_AT_MOST = 20
ACTIONS_AT_MOST = 6
LOOKED_AT_POSTS = 50  # what older posts called for is over


@dataclass(frozen=True)
class Upcoming:
    """An event to come: its moment and day where it is, and the clocks that people look at."""

    event: PostEvent
    day: datetime
    clocks: list[Clock]

    @property
    def day_shown(self) -> str:
        """The day as it is called where the event is; a template would ask for the newsroom's."""
        return date_format(self.day, "DATE_FORMAT")

    @property
    def is_off(self) -> bool:
        """Whether nobody should go there at that time."""
        return self.event.state != EventState.PLANNED

    @property
    def url(self) -> str:
        """Where its page tells of it; templates/blog/blocks/event.html has the anchor."""
        return f"{self.event.page.url}#event-{self.event.block_id}"


def posts_of(campaign: CampaignPage) -> PostQuerySet:
    """Its posts that anybody may read, in no order."""
    return narrow(PostPage.objects.all(), _filed(campaign), post="postpage_id").readable()


def upcoming(campaign: CampaignPage, now: datetime) -> list[Upcoming]:
    """Events that are not over, the next one first; those called off too, or people would come."""
    belongs = Q(page_id=campaign.pk) | Q(page_id__in=_filed(campaign).values("postpage_id"))
    readable = Page.objects.live().public().filter(pk=OuterRef("page_id"))
    events = PostEvent.objects.upcoming(now).filter(belongs).filter(Exists(readable))
    found = list(events.select_related("page")[:EVENTS_AT_MOST])
    for event in found:
        page_cache.until(event.ends_at)
    return [_upcoming(event) for event in found]


def actions(campaign: CampaignPage) -> list[PostAction]:
    """The campaign's own calls first, then those of its newest posts; no address twice."""
    newest = posts_of(campaign).newest_first().values_list("pk", flat=True)[:LOOKED_AT_POSTS]
    places = {page: place for place, page in enumerate([campaign.pk, *newest])}
    found = PostAction.objects.filter(page_id__in=places)
    return _first_of_each(sorted(found, key=lambda action: (places[action.page_id], action.pk)))


def _filed(campaign: CampaignPage) -> Rows:
    filed: Rows = PostPage.campaigns.through.objects.filter(campaignpage_id=campaign.pk)
    return filed


def _upcoming(event: PostEvent) -> Upcoming:
    shown = [event.time_zone, zones.newsroom_zone()]
    day = event.starts_at.astimezone(ZoneInfo(event.time_zone))
    return Upcoming(event, day, zones.clocks(event.starts_at, shown))


def _first_of_each(found: Iterable[PostAction]) -> list[PostAction]:
    once: dict[str, PostAction] = {}
    for action in found:
        once.setdefault(action.url, action)
    return list(once.values())[:ACTIONS_AT_MOST]
