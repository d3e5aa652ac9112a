from comments.models import Comment
from comments.moderation_queue.edited import edited, edits_of
from comments.states import CommentStatus
from comments.wordings import propose
from tests.comments.factories import SAID_AT, make_comment
from tests.comments.test_wordings import words


def test_what_shows_while_other_words_wait_is_listed(post):
    make_comment(post)
    changed = make_comment(post)
    held = make_comment(post, status=CommentStatus.PENDING)
    for comment in (changed, held):
        propose(comment, words(), at=SAID_AT)
    assert list(edited(Comment.objects.all())) == [changed]
    assert edits_of([changed.pk])[changed.pk].body == "Other words"
