"""The filter of this newsroom: what it has learned, which version serves, who changed what."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ONLY_ONE = 1


class SpamModel(models.Model):
    """One version of what was learned here: weights on top of the seed's, and how good they were.

    Versions are numbered by their key. Without one that serves, the seed alone does.
    """

    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="children"
    )
    # spam/model_file.py reads and writes it; empty once the version is too old to go back to.
    weights = models.BinaryField()
    digest = models.CharField(max_length=64)
    # A seed that has changed since makes the version unusable: it was learned on top of that one.
    seed_digest = models.CharField(max_length=64)
    spam_labels = models.PositiveIntegerField()
    honest_labels = models.PositiveIntegerField()
    # What the gate measured, this version beside the one that served (learning/gate.py).
    figures = models.JSONField()
    was_refused = models.BooleanField(_("refused by the gate"))
    created_at = models.DateTimeField(_("learned at"), default=timezone.now)

    class Meta:
        verbose_name = _("version of the spam filter")
        verbose_name_plural = _("versions of the spam filter")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"version {self.pk} of the spam filter"


class SpamTermList(models.Model):
    """Terms that the owner has loaded, one on a line. Never edited: another list replaces it."""

    name = models.CharField(_("name"), max_length=200)
    terms = models.TextField(_("terms"))
    loaded_at = models.DateTimeField(_("loaded at"), default=timezone.now)
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class SpamFilter(models.Model):
    """The one row of how the filter is set. Empty thresholds are those of the seed."""

    serving = models.ForeignKey(
        SpamModel, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hold_at = models.FloatField(_("ask a person from"), null=True, blank=True)
    bin_at = models.FloatField(_("bin from, with a second sign"), null=True, blank=True)
    is_learning_paused = models.BooleanField(_("learning is paused"), default=False)
    term_list = models.ForeignKey(
        SpamTermList, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # How many labels came, went or changed since the last time that the filter learned.
    labels_changed = models.PositiveIntegerField(default=0)
    learned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(pk=ONLY_ONE), name="there_is_one_spam_filter"),
            models.CheckConstraint(
                condition=Q(hold_at__isnull=True, bin_at__isnull=True)
                | Q(hold_at__isnull=False, bin_at__isnull=False, hold_at__lt=F("bin_at")),
                name="the_filter_holds_before_it_bins",
            ),
        ]

    def __str__(self) -> str:
        return "the spam filter"

    @classmethod
    def current(cls) -> "SpamFilter":
        """How the filter is set now, as a row or by default; one query, and no row is made."""
        rows = cls.objects.select_related("serving", "term_list")
        return rows.defer("serving__weights", "term_list__terms").first() or cls(pk=ONLY_ONE)


class ChangeKind(models.TextChoices):
    """What was done to the filter."""

    ACTIVATED = "activated", _("A version was put to work")
    REFUSED = "refused", _("A version was refused")
    ROLLED_BACK = "rolled_back", _("An earlier version was put back")
    PAUSED = "paused", _("Learning was paused")
    RESUMED = "resumed", _("Learning goes on")
    THRESHOLDS = "thresholds", _("The thresholds were moved")
    TERMS = "terms", _("A list of terms was loaded or taken away")
    VOUCHED = "vouched", _("An administrator vouched for a moderator's day")


class SpamFilterChange(models.Model):
    """The log: what was done to the filter, when, by whom (nobody: the worker), appended only."""

    kind = models.CharField(max_length=12, choices=ChangeKind)
    model = models.ForeignKey(SpamModel, on_delete=models.SET_NULL, null=True, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    detail = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values), name="filter_change_is_a_known_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
