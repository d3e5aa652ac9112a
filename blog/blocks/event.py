"""The event: when on whose clock, where, how to register, and whether it takes place."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue

from blog.blocks import samples
from blog.blocks.checked import CheckedBlock, Faults
from blog.events import reading, zones
from operations import page_cache

Context = dict[str, Any]  # Any: Wagtail's template context

LONGEST = timedelta(days=366)
STATES = [
    ("planned", _("It takes place")),
    ("postponed", _("It is postponed")),
    ("cancelled", _("It is cancelled")),
]


class ZoneBlock(blocks.ChoiceBlock):
    """A time zone by its name."""

    def normalize_choice(self, value: str | None) -> str | None:
        """The name as it is: Wagtail would look through four hundred for one that equals it."""
        return value


class EventBlock(CheckedBlock):
    """Something to come to, in a hall or on a screen. `blog.events` reads it."""

    title = blocks.CharBlock(label=_("Name of the event"), max_length=255)
    date = blocks.DateBlock(label=_("Day"))
    starts_at = blocks.TimeBlock(label=_("Begins at"))
    ends_at = blocks.TimeBlock(label=_("Ends at"), help_text=_("Your best guess will do."))
    last_date = blocks.DateBlock(
        label=_("Last day"), required=False, help_text=_("Only if it ends on another day.")
    )
    zone = ZoneBlock(
        choices=zones.choices,
        default=zones.newsroom_zone,
        label=_("Time zone of these times"),
        search_index=False,
    )
    other_zones = blocks.ListBlock(
        ZoneBlock(choices=zones.choices, label=_("Time zone"), search_index=False),
        label=_("Other time zones to show"),
        help_text=_("The newsroom's own is shown in any case."),
        default=[],
    )
    is_online = blocks.BooleanBlock(label=_("It is online"), required=False)
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=255)
    address = blocks.CharBlock(label=_("Street and town"), required=False, max_length=255)
    online_url = blocks.URLBlock(
        label=_("Where to join online"),
        required=False,
        max_length=2000,
        help_text=_("Everybody sees it. Leave it empty if only who registers may know."),
    )
    registration_url = blocks.URLBlock(
        label=_("Where to register"), required=False, max_length=2000
    )
    is_limited = blocks.BooleanBlock(label=_("Space is limited"), required=False)
    state = blocks.ChoiceBlock(
        choices=STATES, default="planned", label=_("Does it take place?"), search_index=False
    )
    text = blocks.RichTextBlock(
        label=_("What else to know"),
        required=False,
        features=["bold", "italic", "link", "ol", "ul"],
    )

    class Meta:
        icon = "date"
        label = _("Event")
        group = _("To do")
        description = _("When, where, how to register. Readers can put it into their calendar.")
        template = "blog/blocks/event.html"
        label_format = "{title}"
        preview_value = staticmethod(samples.event)

    def faults(self, value: StructValue) -> Faults:
        """Times that no clock ever shows, an end before the beginning, no place at all."""
        times = reading.local_times(value)
        faults = {} if times is None else _faults_of_years(*times)
        if times is not None and not faults:
            faults = _faults_of_times(*times, value)
        if not value["place"] and not value["is_online"]:
            faults["place"] = gettext("Say where it is, or that it is online.")
        return faults

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context, the event, and what clocks say when it begins and ends."""
        context: Context = super().get_context(value, parent_context)
        event = reading.read(value, context.get("block_id"))
        context["event"] = event
        if event is not None:
            shown = list(event.zones)
            page_cache.until(event.ends)
            context["is_over"] = event.ends <= timezone.now()
            context["day"] = date_format(event.starts, "DATE_FORMAT")
            context["starts"] = zones.clocks(event.starts, shown)
            context["ends"] = zones.clocks(event.ends, shown, date=event.starts)
        return context


def _faults_of_years(starts: datetime, ends: datetime) -> dict[str, str]:
    """Mostly a year of which two figures are missing."""
    is_it = gettext("Is this the right year?")
    if starts.year not in reading.YEARS:
        return {"date": is_it}
    return {"last_date": is_it} if ends - starts > LONGEST else {}


def _faults_of_times(starts: datetime, ends: datetime, value: StructValue) -> dict[str, str]:
    skipped = gettext("On that day the clocks skip this hour: summer time begins.")
    faults = {
        name: skipped
        for name, time in (("starts_at", starts), ("ends_at", ends))
        if not zones.exists(time, value["zone"])
    }
    if not faults and reading.times_of(value) is None:
        name = "last_date" if value["last_date"] else "ends_at"
        faults[name] = gettext(
            "It ends before it begins. If it ends the next day, say so in “Last day”."
        )
    return faults
