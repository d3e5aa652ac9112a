import pytest

from comments.states import CommentStatus
from comments.threads import Badge
from comments.threads.entry import entry_of
from tests.comments.factories import make_comment, make_user


def test_the_author_of_the_post_is_told_from_the_rest_of_the_staff(post):
    author, colleague = make_user("author"), make_user("colleague")
    post.owner = author
    badges = [
        entry_of(make_comment(post, **fields), post).badge
        for fields in (
            {"is_post_author": True},
            {"staff_author": author},
            {"staff_author": colleague},
            {},
        )
    ]
    assert badges == [Badge.AUTHOR, Badge.AUTHOR, Badge.STAFF, ""]


def test_a_name_gives_no_badge(newsroom, post):
    for name in ("Author", "Staff", "Author ✔", "admin"):
        assert entry_of(make_comment(post, author_name=name), post).badge == ""


def test_a_tombstone_keeps_its_badge_and_a_bare_place_has_none(post):
    fields = {"is_post_author": True}
    tombstone = make_comment(post, status=CommentStatus.REMOVED, **fields)
    place = make_comment(post, status=CommentStatus.SPAM, **fields)
    assert entry_of(tombstone, post).badge == Badge.AUTHOR
    assert entry_of(place, post).badge == ""


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("es", "ltr"), ("", "auto")]
)
def test_words_run_the_way_of_their_language(post, language, direction):
    entry = entry_of(make_comment(post, language=language), post)
    assert (entry.language, entry.direction) == (language, direction)


def test_a_tombstone_speaks_the_language_of_its_page(post):
    entry = entry_of(make_comment(post, language="ar", status=CommentStatus.REMOVED), post)
    assert (entry.language, entry.direction) == ("", "auto")
