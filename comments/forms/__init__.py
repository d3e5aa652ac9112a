"""What readers fill in."""

from comments.forms.comment_form import CommentForm
from comments.forms.edit_form import EditForm

__all__ = ["CommentForm", "EditForm"]
