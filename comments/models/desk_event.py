"""The other half of the log: what happens at the desk and changes no comment's standing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeskAct(models.TextChoices):
    """What happened."""

    REPORT = "report", _("A reader reported a comment")
    APPEAL = "appeal", _("An author appealed")
    UPHOLD = "uphold", _("An appeal was refused")
    REVERSE = "reverse", _("An appeal was granted")
    VARY = "vary", _("An appeal was granted in part")
    RULE = "rule", _("A rule was published")
    RETIRE_RULE = "retire_rule", _("A rule was taken out of force")
    BLOCK = "block", _("Something was put on the block list")
    UNBLOCK = "unblock", _("Something was taken off the block list")
    BAN = "ban", _("Somebody was banned")
    LIFT = "lift", _("A ban was lifted")
    RAID = "raid", _("The raid switch was used")
    SECTION = "section", _("A section was given or taken away")
    EXPORT_LIST = "export_list", _("A list of comments was exported")
    AUTHORITY = "authority", _("An authority asked for something")
    ASK = "ask", _("An irreversible act was asked for")
    CALL_OFF = "call_off", _("An irreversible act was called off")
    CONFIRM = "confirm", _("An irreversible act was confirmed by a second person")
    CARRY_OUT = "carry_out", _("An irreversible act was carried out")
    DELETE_POST = "delete_post", _("A page was deleted with its comments")


class DeskEvent(models.Model):
    """One row, appended and never edited.

    `subject` is the number of what it is about: a comment's for reports and appeals, else the
    row's own. `data` holds codes and numbers, never a reader's words, name or address.
    """

    act = models.CharField(_("what"), max_length=12, choices=DeskAct)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    # The same, and it stays when the account goes, or the seal of the log would break.
    actor_number = models.BigIntegerField(null=True)
    subject = models.BigIntegerField(null=True, db_index=True)
    data = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        verbose_name = _("event at the desk")
        verbose_name_plural = _("events at the desk")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor__isnull=True)
                | Q(actor_number__isnull=False, actor=models.F("actor_number")),
                name="a_desk_event_keeps_the_number_of_its_maker",
            ),
            models.CheckConstraint(
                condition=Q(act__in=DeskAct.values), name="desk_act_is_a_known_one"
            ),
            # The seals count from there.
            models.CheckConstraint(condition=Q(id__gt=0), name="a_desk_event_has_a_number_above_0"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.pk}"
