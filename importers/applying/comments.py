"""Comments on their way through the one door that `comments` opens for imported ones."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator

from comments.archive import ArchivedComment
from comments.models import Comment
from importers.records import OUR_STATUS, SourceComment

_is_web_address = URLValidator(schemes=["http", "https"])
_is_short_enough = MaxLengthValidator(Comment._meta.get_field("author_website").max_length or 0)


def archived(comment: SourceComment, *, page_id: int, is_post_author: bool) -> ArchivedComment:
    """The comment as the archive takes it. Parents are set once all comments are in."""
    status, removed_by = OUR_STATUS[comment.status]
    return ArchivedComment(
        page_id=page_id,
        parent_id=None,
        author_name=comment.author.name,
        author_website=web_address(comment.author.url),
        body_html=comment.body_html,
        created_at=comment.created_at,
        edited_at=comment.edited_at,
        status=status,
        removed_by=removed_by,
        is_post_author=is_post_author,
        legacy_anchor=f"c{comment.source_id}",
    )


def web_address(url: str) -> str:
    """The address if it is one of the web that fits its field, else nothing."""
    try:
        _is_web_address(url)
        _is_short_enough(url)
    except ValidationError:
        return ""
    return url
