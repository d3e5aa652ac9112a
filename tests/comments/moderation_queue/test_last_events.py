from comments import moderation
from comments.moderation_queue.last_events import latest
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_ruling


def test_each_comment_comes_with_its_last_event(post, moderator, django_assert_num_queries):
    comments = [make_comment(post, status="pending") for _each in range(2)]
    event = moderation.approve(comments[0].pk, make_ruling(comments[0], moderator))
    make_report(comments[0])
    with django_assert_num_queries(1):
        found = latest([each.pk for each in comments])
    assert found[comments[0].pk] == (comments[0], event)
    assert [found[each.pk][1].is_reported for each in comments] == [True, False]


def test_a_comment_without_a_log_comes_alone(post):
    comment = make_comment(post)
    comment.events.all().delete()
    assert latest([comment.pk]) == {comment.pk: (comment, None)}


def test_what_is_not_there_is_left_out(db):
    assert latest([7]) == {}


def test_what_is_made_once_is_never_narrowed_for_the_next_one(post):
    one, other = make_comment(post), make_comment(post)
    assert [list(latest([each.pk])) for each in (one, other)] == [[one.pk], [other.pk]]
