import pytest

from comments.models import Comment
from comments.moderation_queue.paging import CountedPaginator
from tests.comments.factories import make_comment


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (20, 1), (21, 2), (400, 20)])
def test_pages_follow_from_the_count_that_is_known(db, django_assert_num_queries, count, pages):
    with django_assert_num_queries(0):
        assert CountedPaginator(Comment.objects.newest_first(), 20, count=count).num_pages == pages


def test_a_page_holds_its_comments(post):
    comments = [make_comment(post) for _ in range(3)]
    paginator = CountedPaginator(Comment.objects.order_by("events__pk"), 2, count=3)
    assert list(paginator.get_page(2)) == comments[2:]
