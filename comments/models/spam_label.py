"""What people said of comments: the only thing that the filter learns from."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from comments.models.comment import Comment
from comments.models.spam_filter import SpamModel


class SpamLabel(models.Model):
    """Whether a person said that a comment is spam; as long as that decision stands.

    It holds features of the words, hashed, and never the words. It goes with the comment.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="spam_label")
    is_spam = models.BooleanField()
    # learning/labels.py packs and unpacks them; unusable for another version of the featuriser.
    features = models.BinaryField()
    featuriser = models.PositiveSmallIntegerField()
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now, db_index=True)
    # What the filter had said, for the report card: its verdict ("" when it was not asked), the
    # score, and the version that gave it (null: the seed, or one that is gone).
    verdict = models.CharField(max_length=10, blank=True)
    score = models.FloatField()
    model = models.ForeignKey(SpamModel, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"label of comment {self.comment_id}"


class LinkedHost(models.Model):
    """A host that a labelled comment links to: so the filter knows who was linked here before."""

    label = models.ForeignKey(SpamLabel, on_delete=models.CASCADE, related_name="hosts")
    host = models.CharField(max_length=253, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["label", "host"], name="a_label_names_a_host_once"),
            models.CheckConstraint(condition=~Q(host=""), name="a_linked_host_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.host


class SpamCheck(models.Model):
    """A comment drawn by lot, so that people look at what the filter let pass or binned alone."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="spam_check")
    drawn_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"check of comment {self.comment_id}"


class LabelDue(models.Model):
    """A comment whose label the worker has to see anew: many were decided at once, or it failed."""

    comment = models.OneToOneField(
        Comment, on_delete=models.CASCADE, primary_key=True, related_name="label_due"
    )

    wagtail_reference_index_ignore = True  # as the comment

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"label due of comment {self.comment_id}"
