"""Which rules hold on a page at a moment: the newsroom's, the page's own, and a raid's."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Subquery
from wagtail.models import Page

from comments import conf
from comments.models import CommentableMixin, CommentSettings, ModerationMode, Raid
from operations import page_cache


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What may be sent to a page now.

    `closes_at` is when comments close by themselves, `raid_ends_at` when the raid switch goes
    back; None where nothing of the kind is ahead.
    """

    mode: str
    is_open: bool
    settings: CommentSettings
    closes_at: datetime | None = None
    raid_ends_at: datetime | None = None

    @property
    def allows_links(self) -> bool:
        """Whether a comment may have links at all."""
        return self.raid_ends_at is None

    @property
    def slowness(self) -> int:
        """By what the numbers of comments that a sender may send are divided."""
        return conf.RAID_SLOWNESS if self.raid_ends_at else 1


def rules_for(page: Page, *, now: datetime) -> Rules:
    """The rules of a commentable page, in one query, or none while nothing changes."""
    settings, raid = page_cache.while_unchanged((__name__, page.pk), lambda: _read(page, now))
    raid_ends_at = raid.ends_at if raid and raid.started_at <= now < raid.ends_at else None
    closes_at = _closes_at(page, settings.close_after_days)
    is_open = (
        page.comments_open
        and settings.moderation != ModerationMode.CLOSED
        and (closes_at is None or now < closes_at)
    )
    return Rules(
        mode=ModerationMode.HOLD_ALL if raid_ends_at else page.comment_mode or settings.moderation,
        is_open=is_open,
        settings=settings,
        closes_at=closes_at if is_open else None,
        raid_ends_at=raid_ends_at,
    )


def _read(page: Page, now: datetime) -> tuple[CommentSettings, "_Stretch | None"]:
    """The settings of the page's site, made if nobody has seen them yet, and its last raid.

    The raid with its beginning: the clock of the machine that began it may be ahead of ours.
    """
    raids = Raid.objects.filter(page_id=page.pk, ends_at__gt=now).order_by("-ends_at")
    raid = {f"raid_{name}": Subquery(raids.values(name)[:1]) for name in _Stretch._fields}
    place = page.get_url_parts()
    of_site = CommentSettings.objects.filter(site_id=place[0] if place else None)
    found = of_site.annotate(**raid).first()
    if found is None:
        began = raids.values_list(*_Stretch._fields).first()
        return CommentSettings.for_site(page.get_site()), _Stretch(*began) if began else None
    has_raid = found.raid_ends_at is not None
    return found, _Stretch(found.raid_started_at, found.raid_ends_at) if has_raid else None


class _Stretch(NamedTuple):
    """When a raid began, and when it ends."""

    started_at: datetime
    ends_at: datetime


def _closes_at(page: CommentableMixin, days: int | None) -> datetime | None:
    began = page.commenting_began_at()
    return began + timedelta(days=days) if began and days is not None else None
