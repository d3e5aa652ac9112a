"""What live posts hold, as rows to look up: their events, actions and words, how many a month has.

Nobody edits these rows: `blog.deriving` and `blog.searching.keeping` write them whenever a post is
saved, from what readers may see of it.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from wagtail.models import Locale, Page


class EventState(models.TextChoices):
    """Whether an event takes place."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class PostEventQuerySet(models.QuerySet["PostEvent"]):
    """Which events are meant."""

    def upcoming(self, now: datetime) -> Self:
        """Not over yet, the next one first."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: datetime) -> Self:
        """Over, the latest first."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")


class PostEvent(models.Model):
    """An event block in the body of a live page. `block_id` names it there, and in its calendar."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="post_events")
    block_id = models.UUIDField()
    title = models.CharField(max_length=255)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(db_index=True)
    time_zone = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=EventState, default=EventState.PLANNED)

    objects = PostEventQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "block_id"], name="an_event_block_has_one_row"),
            models.CheckConstraint(
                condition=Q(ends_at__gte=models.F("starts_at")), name="an_event_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(state__in=EventState.values), name="event_state_is_a_known_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.starts_at:%Y-%m-%d}"


class PostAction(models.Model):
    """A call to action in the body of a live page."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="post_actions")
    block_id = models.UUIDField()
    kind = models.CharField(max_length=10)
    label = models.CharField(max_length=255)
    url = models.CharField(max_length=2000)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "block_id"], name="an_action_block_has_one_row")
        ]

    def __str__(self) -> str:
        return self.label


class PostWords(models.Model):
    """What the search and the archive's numbers know of a post that anybody may read.

    `filed` names what the post can be narrowed down by, as words: "index3 year2012 topic5". The
    database keeps a full-text index of title, text and these (migration 0005).
    """

    post = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="post_words"
    )
    index = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    posted_at = models.DateTimeField()
    title = models.CharField(max_length=255)
    filed = models.TextField(blank=True)
    text = models.TextField(blank=True)  # the last column: what comes before is read without it

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["index", "posted_at"], name="post_words_by_date")]

    def __str__(self) -> str:
        return self.title


class PostsInMonth(models.Model):
    """How many posts of an index have their date line in a month of the newsroom's zone.

    Counted are those that anybody may read.
    """

    index = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()  # its first day
    number = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(fields=["index", "month"], name="a_month_is_counted_once"),
            models.CheckConstraint(
                condition=Q(number__gt=0), name="a_month_without_posts_has_no_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.number}"
