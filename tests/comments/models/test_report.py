import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Report, ReportState
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"reason": "because"}, "report_reason_is_a_known_one"),
        ({"state": "lost", "settled_at": timezone.now()}, "report_state_is_a_known_one"),
        ({"state": ReportState.UPHELD}, "a_report_is_open_or_settled"),
        ({"settled_at": timezone.now()}, "a_report_is_open_or_settled"),
    ],
)
def test_the_database_refuses_an_impossible_row(post, fields, name):
    report = make_report(make_comment(post))
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**fields)


def test_a_reader_reports_a_comment_once_a_day(post):
    comment = make_comment(post)
    make_report(comment, reporter_key="k")
    make_report(make_comment(post), reporter_key="k")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_report(comment, reporter_key="k")


def test_reports_of_readers_whom_nobody_knows_do_not_collide(post):
    comment = make_comment(post)
    make_report(comment, reporter_key=None)
    make_report(comment, reporter_key=None)
    assert comment.reports.count() == 2


def test_two_reports_never_share_a_receipt(post):
    comment = make_comment(post)
    make_report(comment, receipt_digest="d")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_report(comment, receipt_digest="d")


def test_a_report_is_open_until_it_is_settled(post):
    report = make_report(make_comment(post))
    settled = make_report(report.comment, state=ReportState.DISMISSED, settled_at=timezone.now())
    assert list(Report.objects.open()) == [report]
    assert settled not in report.comment.reports.open()


def test_a_report_goes_with_its_comment(post):
    comment = make_comment(post)
    make_report(comment)
    comment.delete()
    assert not Report.objects.exists()


def test_its_name(post):
    report = make_report(make_comment(post))
    assert str(report) == f"report {report.pk} of comment {report.comment_id}"
