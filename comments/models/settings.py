"""What the owner decides about comments, for the whole newsroom."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


class ModerationMode(models.TextChoices):
    """Who may speak how."""

    HOLD_STRANGERS = "hold_strangers", _("Open: strangers wait, known writers appear at once")
    HOLD_ALL = "hold_all", _("Every comment waits for a moderator")
    HOLD_DOUBTFUL = "hold_doubtful", _("Links and doubtful comments wait, others appear")
    CLOSED = "closed", _("Closed: nothing new can be sent")


class ThreadOrder(models.TextChoices):
    """Which comment of a thread stands on top."""

    OLDEST = "oldest", _("Oldest first")
    NEWEST = "newest", _("Newest first")


@register_setting(icon="comment", order=300)
class CommentSettings(BaseSiteSetting):
    """The rules of one site; the safe ones by default."""

    moderation = models.CharField(
        _("who may speak how"),
        max_length=20,
        choices=ModerationMode,
        default=ModerationMode.HOLD_STRANGERS,
        help_text=_("A post can have a rule of its own."),
    )
    approvals_needed = models.PositiveSmallIntegerField(
        _("approved comments that make a writer known"),
        default=1,
        help_text=_(
            "A writer proves to be the same one by the receipt of an earlier comment or a "
            "confirmed address, never by a typed name. A removal ends it."
        ),
    )
    close_after_days = models.PositiveSmallIntegerField(
        _("close after days"),
        null=True,
        blank=True,
        help_text=_("Comments on a post close this many days after its date. Empty: never."),
    )
    order = models.CharField(
        _("order"), max_length=10, choices=ThreadOrder, default=ThreadOrder.OLDEST
    )
    is_live = models.BooleanField(
        _("tell readers of new comments"),
        default=True,
        help_text=_(
            "A line says “2 new comments” while a page is read. Never for readers who save data."
        ),
    )
    reports_that_hold = models.PositiveSmallIntegerField(
        _("reports that take a comment back into the queue"),
        null=True,
        blank=True,
        help_text=_("Empty: reports never hide a comment by themselves."),
    )
    appeal_within_days = models.PositiveSmallIntegerField(
        _("days to appeal"),
        default=30,
        help_text=_("For so long an author can ask for a second look at a decision."),
    )
    decide_appeals_within_days = models.PositiveSmallIntegerField(
        _("days to decide an appeal"),
        default=7,
        help_text=_("The receipt names the day; appeals that are late come first in the queue."),
    )
    publishes_log = models.BooleanField(
        _("public log of decisions"),
        default=False,
        help_text=_(
            "What was decided when, by which rule; never by whom, on whom or in which words."
        ),
    )
    has_section_moderators = models.BooleanField(
        _("moderators of sections"),
        default=False,
        help_text=_("Somebody can be given one part of the site to moderate, and nothing else."),
    )
    has_senior_moderators = models.BooleanField(
        _("senior moderators"),
        default=False,
        help_text=_("Then only they ban, change rules and decide appeals."),
    )
    needs_second_person = models.BooleanField(
        _("two people for what cannot be taken back"),
        default=False,
        help_text=_("Purging and exporting personal data then needs another administrator, too."),
    )
    allowed_phones = models.TextField(
        _("telephone numbers that may be published"),
        blank=True,
        help_text=_("Hotlines and offices, one number on a line."),
    )
    allowed_emails = models.TextField(
        _("e-mail addresses that may be published"),
        blank=True,
        help_text=_("One address on a line."),
    )
    allowed_domains = models.TextField(
        _("hosts whose e-mail addresses may be published"),
        blank=True,
        help_text=_("One on a line; with a dot in front, as in .gov, all hosts below it."),
    )
    allowed_addresses = models.TextField(
        _("street addresses that may be published"),
        blank=True,
        help_text=_("Offices and courts, one address on a line."),
    )

    panels = [
        FieldPanel("moderation"),
        FieldPanel("approvals_needed"),
        FieldPanel("close_after_days"),
        FieldPanel("order"),
        FieldPanel("is_live"),
        FieldPanel("reports_that_hold"),
        FieldPanel("appeal_within_days"),
        FieldPanel("decide_appeals_within_days"),
        FieldPanel("publishes_log"),
        MultiFieldPanel(
            [
                FieldPanel("has_section_moderators"),
                FieldPanel("has_senior_moderators"),
                FieldPanel("needs_second_person"),
            ],
            heading=_("Several moderators"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("allowed_phones"),
                FieldPanel("allowed_emails"),
                FieldPanel("allowed_domains"),
                FieldPanel("allowed_addresses"),
            ],
            heading=_("Not personal data"),
        ),
    ]

    class Meta:
        verbose_name = _("Comment rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(moderation__in=ModerationMode.values),
                name="moderation_is_a_known_mode",
            ),
            models.CheckConstraint(
                condition=models.Q(order__in=ThreadOrder.values), name="order_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(approvals_needed__gte=1), name="nobody_is_known_unread"
            ),
            models.CheckConstraint(
                condition=models.Q(appeal_within_days__gte=1, decide_appeals_within_days__gte=1),
                name="there_is_time_to_appeal_and_to_decide",
            ),
        ]
