"""The ledger: what every import took over, so that the next one changes nothing twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordKind(models.TextChoices):
    """What a record of the old blog is."""

    POST = "post", _("post")
    PAGE = "page", _("page")
    COMMENT = "comment", _("comment")
    AUTHOR = "author", _("author")
    TERM = "term", _("topic")
    MEDIA = "media", _("image")
    REDIRECT = "redirect", _("old address")


class RecordState(models.TextChoices):
    """What became of it here."""

    PLACED = "placed", _("has a page, its words are still to come")
    TAKEN = "taken", _("taken over")
    WAITING = "waiting", _("an old address whose page is not public yet")
    IN_USE = "in_use", _("an old address that something else here answers to")
    UNATTACHED = "unattached", _("a comment whose post is not here")
    DELETED_HERE = "deleted_here", _("deleted here by an editor")


class ImportRun(models.Model):
    """One run that wrote something; rehearsals and refusals leave no row."""

    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True)
    file_name = models.CharField(_("file"), max_length=255)
    file_sha256 = models.CharField(max_length=64)
    format = models.CharField(_("format"), max_length=30)
    source = models.CharField(_("source"), max_length=200)
    report = models.JSONField(_("report"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        default_permissions = ()

    def __str__(self) -> str:
        return f"import {self.pk} of {self.file_name}"


class ImportRecord(models.Model):
    """One record of one old blog, and the row here that it became.

    `source` names the old blog (Blogger's number of it), never the file. `target_id` is the row's
    number in `target_type`; of an address it is the page's. `kept` holds the words of a comment
    that has no post here, and nothing else: what was taken over lives in its own row.
    """

    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=RecordKind)
    source_id = models.CharField(max_length=255)
    content_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=15, choices=RecordState)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.BigIntegerField(null=True)
    # The page's newest revision when the import wrote it last; another one is an editor's.
    revision_id = models.BigIntegerField(null=True)
    kept = models.JSONField(null=True)
    message = models.TextField(blank=True)
    first_run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="first_records")
    last_run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="records")

    class Meta:
        verbose_name = _("import record")
        verbose_name_plural = _("import records")
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "target_id"], name="import_record_by_target")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "source_id"], name="a_source_record_is_taken_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=RecordKind.values), name="record_kind_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RecordState.values), name="record_state_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state=RecordState.UNATTACHED) | models.Q(kept__isnull=True),
                name="only_unattached_comments_keep_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id} of {self.source}"
