import pytest

from blog.models import PostPage
from comments.models import CommentableMixin
from home.models import HomePage, PlainPage


def test_posts_and_plain_pages_have_threads_and_the_front_page_has_none():
    assert issubclass(PostPage, CommentableMixin)
    assert issubclass(PlainPage, CommentableMixin)
    assert not issubclass(HomePage, CommentableMixin)


@pytest.mark.django_db  # a page asks which type it is of
def test_comments_are_open_until_an_editor_closes_them():
    assert PostPage().comments_open
