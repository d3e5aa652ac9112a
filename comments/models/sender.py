"""Under which key of the day a comment came in: for limits and blocks, until that day is over."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment


class SenderKey(models.Model):
    """The key of the sender's address, never the address; deleted with the key of its day."""

    comment = models.OneToOneField(
        Comment, on_delete=models.CASCADE, primary_key=True, related_name="sender_key"
    )
    key = models.CharField(max_length=32, db_index=True)
    day = models.DateField(db_index=True)

    class Meta:
        verbose_name = _("key of a sender")
        verbose_name_plural = _("keys of senders")
        default_permissions = ()

    def __str__(self) -> str:
        return f"sender of comment {self.comment_id} on {self.day}"
