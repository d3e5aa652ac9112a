"""What an author changes in a comment that was sent."""

from datetime import datetime

from django import forms
from django.http import QueryDict

from comments.forms.body_field import BodyField
from comments.forms.retyping import Retyping
from comments.models import Comment
from comments.submission import Sender, Submission


class EditForm(Retyping, forms.Form):
    """Other words for one comment; its name, its page and its place stay as they are."""

    body = BodyField()

    def __init__(self, data: QueryDict | None = None, *, comment: Comment) -> None:
        super().__init__(data, initial={"body": comment.body})
        self.comment = comment

    @property
    def texts(self) -> dict[str, str]:
        """What others would read, by the field in which it was typed."""
        return {"body": self.cleaned_data["body"]}

    def to_submission(self, sender: Sender, *, now: datetime) -> Submission:
        """The cleaned form as the value that is judged; call it only on a valid form."""
        comment = self.comment
        return Submission(
            page_id=comment.page_id,
            parent_id=comment.parent_id,
            author_name=comment.author_name,
            author_website=comment.author_website,
            body=self.cleaned_data["body"],
            key="",
            opened_at=comment.created_at,
            sent_at=now,
            is_honeypot_filled=False,
            sender=sender,
            revises=comment.pk,
        )
