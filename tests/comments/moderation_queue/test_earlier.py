from comments.models import Comment, Writer
from comments.moderation_queue.earlier import earlier_of
from tests.comments.factories import make_comment


def test_what_proven_writers_said_before_costs_one_query(post, django_assert_num_queries):
    writers = [Writer.objects.create() for _ in range(3)]
    comments = [make_comment(post, writer=writer) for writer in writers for _ in range(5)]
    with django_assert_num_queries(1):
        earlier = earlier_of(comments, among=Comment.objects.all())
    assert {len(found) for found in earlier.values()} == {3}
    assert all(comment not in earlier[comment.pk] for comment in comments)


def test_of_strangers_nothing_is_looked_up(post, django_assert_num_queries):
    comment = make_comment(post, author_name="Ana", author_email="ana@example.org")
    with django_assert_num_queries(0):
        assert earlier_of([comment], among=Comment.objects.all()) == {}
