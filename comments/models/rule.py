"""What the newsroom's rules said, and since when: a version never changes once it is published."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.states import REMOVAL_REASONS

MAX_TITLE_CHARACTERS = 120
MAX_TEXT_CHARACTERS = 2_000


class RuleQuerySet(models.QuerySet["Rule"]):
    """Adjectives for rules."""

    def in_force(self) -> Self:
        """Those by which a comment can be removed now, in their order."""
        return self.filter(retired_at=None).order_by("position", "pk")


class Rule(models.Model):
    """One rule of the newsroom. It is never deleted, for decisions refer to it."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    # What the public report counts it under, and what a receipt says in general.
    reason = models.CharField(
        _("kind"), max_length=20, choices=[(each.value, each.label) for each in REMOVAL_REASONS]
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        default_permissions = ()
        permissions = [("change_rules", _("Can change the rules for reader comments"))]
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=[each.value for each in REMOVAL_REASONS]),
                name="a_rule_is_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def current(self) -> "RuleVersion":
        """The version that holds now. Raises `RuleVersion.DoesNotExist` before the first one."""
        return self.versions.latest("number")


class RuleVersion(models.Model):
    """What a rule said from one moment to the next."""

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    effective_at = models.DateTimeField(_("since"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("version of a rule")
        verbose_name_plural = _("versions of a rule")
        default_permissions = ()
        ordering = ["rule", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "number"], name="versions_of_a_rule_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of rule {self.rule_id}"


class RuleText(models.Model):
    """A version of a rule in one language."""

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=12)
    title = models.CharField(_("title"), max_length=MAX_TITLE_CHARACTERS)
    text = models.TextField(_("text"), max_length=MAX_TEXT_CHARACTERS)

    class Meta:
        verbose_name = _("text of a rule")
        verbose_name_plural = _("texts of a rule")
        default_permissions = ()
        ordering = ["version", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"], name="a_rule_says_a_thing_once_in_a_language"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="a_rule_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.language} of {self.version}"
