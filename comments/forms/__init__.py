"""What readers fill in."""

from comments.forms.comment_form import CommentForm, comment_number
from comments.forms.edit_form import EditForm

__all__ = ["CommentForm", "EditForm", "comment_number"]
