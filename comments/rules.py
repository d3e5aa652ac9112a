"""Which rules hold on a page at a moment: the newsroom's, the page's own, and a raid's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from wagtail.models import Page

from comments import conf
from comments.models import CommentableMixin, CommentSettings, ModerationMode, Raid


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
    """The rules of a commentable page, in at most two queries."""
    settings = CommentSettings.for_site(page.get_site())
    raid = Raid.objects.active(now).filter(page_id=page.pk).order_by("-ends_at").first()
    closes_at = _closes_at(page, settings.close_after_days)
    is_open = (
        page.comments_open
        and settings.moderation != ModerationMode.CLOSED
        and (closes_at is None or now < closes_at)
    )
    return Rules(
        mode=ModerationMode.HOLD_ALL if raid else page.comment_mode or settings.moderation,
        is_open=is_open,
        settings=settings,
        closes_at=closes_at if is_open else None,
        raid_ends_at=raid.ends_at if raid else None,
    )


def _closes_at(page: CommentableMixin, days: int | None) -> datetime | None:
    began = page.commenting_began_at()
    return began + timedelta(days=days) if began and days is not None else None
