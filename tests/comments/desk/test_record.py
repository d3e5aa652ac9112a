from datetime import timedelta

from comments.desk.record import record_of
from comments.models import Comment, Writer
from comments.states import RemovedBy
from tests.comments.complainant import make_report
from tests.comments.factories import SAID_AT, make_comment


def test_a_record_counts_what_a_proven_writer_said_and_how_it_stands(post):
    writer = Writer.objects.create()
    last = SAID_AT + timedelta(days=9)
    comment = make_comment(post, writer=writer)
    for status in ("published", "spam", "removed", "pending", "trashed"):
        make_comment(post, writer=writer, status=status, created_at=last)
    make_comment(post, writer=writer, status="removed", removed_by=RemovedBy.AUTHOR)
    make_report(comment)
    make_report(comment)
    record = record_of([comment])[comment.pk]
    assert (record.comments, record.published, record.removed) == (7, 2, 1)
    assert (record.spam, record.waiting, record.reports) == (1, 1, 2)
    assert (record.first_at, record.last_at) == (SAID_AT, last)


def test_who_proved_nothing_has_no_record(post, django_assert_num_queries):
    make_comment(post)
    comment = make_comment(post)
    with django_assert_num_queries(0):
        assert record_of([comment]) == {}


def test_nobody_elses_comments_and_reports_are_counted(post):
    comment = make_comment(post, writer=Writer.objects.create())
    make_report(make_comment(post, writer=Writer.objects.create()))
    make_report(make_comment(post))
    record = record_of([comment])[comment.pk]
    assert (record.comments, record.reports) == (1, 0)


def test_a_record_counts_only_what_the_moderator_may_see(post):
    writer = Writer.objects.create()
    seen, hidden = (make_comment(post, writer=writer) for _ in range(2))
    make_report(hidden)
    record = record_of([seen], among=Comment.objects.filter(pk=seen.pk))[seen.pk]
    assert (record.comments, record.reports) == (1, 0)


def test_a_page_of_cards_costs_one_query(post, django_assert_num_queries):
    comments = [make_comment(post, writer=Writer.objects.create()) for _ in range(5)]
    with django_assert_num_queries(1):
        assert len(record_of(comments)) == 5
