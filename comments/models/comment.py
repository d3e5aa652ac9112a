"""A reader's comment. Only intake and archive make one; only moderation writes its status."""

import secrets
from typing import Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from comments import conf
from comments.models.cluster import Cluster
from comments.models.writer import Writer
from comments.states import VISIBLE, CommentStatus, RemovedBy

LARGEST_EXACT_JAVASCRIPT_INTEGER = 2**53 - 1


def random_number() -> int:
    """A comment's number. Random, so that nobody counts or guesses what is held back."""
    return secrets.randbelow(LARGEST_EXACT_JAVASCRIPT_INTEGER) + 1


class BodyFormat(models.TextChoices):
    """What `body` holds, and so which function of `rendering` reads it."""

    MARKDOWN = "markdown", _("Markdown")
    HTML = "html", _("imported HTML")


class CommentQuerySet(models.QuerySet["Comment"]):
    """Adjectives by which the room speaks of comments."""

    def waiting(self) -> Self:
        """Those that a moderator has to read."""
        return self.filter(status=CommentStatus.PENDING)

    def published(self) -> Self:
        """Those whose words are public."""
        return self.filter(status=CommentStatus.PUBLISHED)

    def shown(self) -> Self:
        """Those that have a place in their thread, with words or without."""
        return self.filter(shows=True)

    def oldest_first(self) -> Self:
        """In the order in which they were said."""
        return self.order_by("created_at", "id")

    def newest_first(self) -> Self:
        """The last word first."""
        return self.order_by("-created_at", "-id")


class Comment(models.Model):
    """What somebody said below a page, whatever became of it."""

    id = models.BigIntegerField(primary_key=True, default=random_number, editable=False)
    page = models.ForeignKey(
        Page, on_delete=models.PROTECT, related_name="reader_comments", verbose_name=_("page")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("in reply to"),
    )
    # The first comment of its conversation, which answers nobody; null for that one itself.
    root = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="descendants"
    )
    status = models.CharField(_("status"), max_length=10, choices=CommentStatus)
    # Whether something that shows answers it; `threads.settle` keeps it true.
    has_shown_reply = models.BooleanField(default=False)
    # A comment that does not show keeps its bare place while an answer to it does.
    shows = models.GeneratedField(
        # Django takes a Q; its stubs do not know.
        expression=Q(status__in=VISIBLE) | Q(has_shown_reply=True),  # type: ignore[arg-type]
        output_field=models.BooleanField(),
        db_persist=True,
    )
    removed_by = models.CharField(max_length=15, choices=RemovedBy, blank=True, default="")

    author_name = models.CharField(_("name"), max_length=conf.MAX_NAME_CHARACTERS, blank=True)
    author_email = models.EmailField(_("e-mail"), blank=True)
    author_website = models.URLField(
        _("website"), max_length=conf.MAX_WEBSITE_CHARACTERS, blank=True
    )
    is_post_author = models.BooleanField(_("wrote the post"), default=False)
    # Somebody on the staff, who wrote it signed in; a guest can never set it.
    staff_author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reader_comments",
        verbose_name=_("written by the staff member"),
    )
    writer = models.ForeignKey(
        Writer, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    # ISO 639-1 as far as it could be told, "" where the page's own is assumed; null: the worker
    # has not looked yet (comments/tasks.py).
    language = models.CharField(_("language"), max_length=12, blank=True, null=True)  # noqa: DJ001

    body = models.TextField(
        _("comment"), blank=True, validators=[MaxLengthValidator(conf.MAX_BODY_CHARACTERS)]
    )
    body_format = models.CharField(max_length=10, choices=BodyFormat, default=BodyFormat.MARKDOWN)
    body_html = models.TextField(blank=True)
    pipeline_version = models.PositiveSmallIntegerField(default=0)
    body_digest = models.CharField(max_length=64, blank=True, db_index=True)

    # Why the filter asked for a person, for moderators: a list of {"sign", "detail"}.
    evidence = models.JSONField(default=list, blank=True)
    # What the filter said: a logit, its verdict ("" when it was not asked), and by which version
    # of itself (0: the seed).
    score = models.FloatField(default=0.0)
    verdict = models.CharField(max_length=10, blank=True, default="")
    filter_version = models.PositiveIntegerField(default=0)
    # Those that say nearly the same.
    cluster = models.ForeignKey(
        Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )

    # How soon a person should look, beside its age; `comments/urgency.py` says what counts.
    urgency = models.PositiveSmallIntegerField(default=0)

    submission_key = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  (unique)
    receipt_digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  (unique)
    legacy_anchor = models.CharField(max_length=80, blank=True)

    created_at = models.DateTimeField(_("said at"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    # Or Wagtail lists every comment, held ones too, under the usage of its page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        default_permissions = ()
        permissions = [
            ("moderate_comment", _("Can moderate reader comments")),
            ("senior_moderator", _("Can ban, change rules and decide appeals")),
        ]
        indexes = [
            models.Index(fields=["page", "created_at"], name="comment_thread_order"),
            models.Index(
                fields=["id"], condition=Q(language__isnull=True), name="comment_language_untold"
            ),
            models.Index(fields=["status", "created_at", "id"], name="comment_queue_order"),
            models.Index(
                fields=["-urgency", "created_at", "id"],
                condition=Q(status=CommentStatus.PENDING),
                name="comment_waiting_order",
            ),
            models.Index(
                fields=["urgency", "created_at", "id", "language", "status"],
                condition=Q(status=CommentStatus.SPAM),
                name="comment_spam_order",
            ),
            models.Index(
                fields=["page", "status", "created_at", "id", "urgency"],
                name="comment_queue_of_a_page",
            ),
            models.Index(
                fields=["language", "status", "created_at", "id"],
                name="comment_queue_of_a_language",
            ),
            # Of the few that are like others: with the many in it, SQLite thinks it of no use.
            models.Index(
                fields=["cluster", "status", "created_at", "id", "urgency"],
                condition=Q(cluster__isnull=False),
                name="comment_queue_of_a_kind",
            ),
            models.Index(fields=["created_at", "id"], name="comment_queue_of_all"),
            # What a thread of any length is read by; everything in them shows.
            models.Index(
                fields=["page", "created_at", "id"],
                condition=Q(root__isnull=True, shows=True),
                name="comment_top_of_thread",
            ),
            models.Index(
                fields=["root", "created_at", "id"],
                condition=Q(shows=True),
                name="comment_conversation_order",
            ),
            models.Index(
                fields=["page", "root"], condition=Q(shows=True), name="comment_shown_count"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=CommentStatus.values), name="status_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(status=CommentStatus.REMOVED, removed_by__in=RemovedBy.values)
                | (~Q(status=CommentStatus.REMOVED) & Q(removed_by="")),
                name="removed_by_is_set_if_and_only_if_removed",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("id")),
                name="nobody_answers_themselves",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, root__isnull=True)
                | Q(parent__isnull=False, root__isnull=False),
                name="every_answer_belongs_to_a_conversation",
            ),
            models.CheckConstraint(
                condition=Q(body_format__in=BodyFormat.values), name="body_format_is_a_known_one"
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on page {self.page_id}"
