import pytest

from comments import moderation
from comments.models import Comment, ReportReason, ReportState
from comments.moderation.unread import evidence_of, published_by, unread
from comments.states import Action
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment

LINK = {"sign": "new_host", "detail": "casino.example"}


@pytest.mark.parametrize("evidence", [[], [{"sign": "duplicate"}], ["personal_data"], None, {}])
def test_other_evidence_and_what_is_none_needs_no_reading(evidence):
    assert not moderation.needs_reading(evidence, read=[])


@pytest.mark.parametrize("sign", ["personal_data", "staff_name", "blocked", "check_failed"])
def test_what_could_do_harm_is_read_even_when_another_like_it_was(sign):
    evidence = [{"sign": sign, "detail": "x"}]
    assert moderation.needs_reading(evidence, read=evidence)


def test_a_link_is_read_unless_the_one_that_was_read_has_it_too():
    assert moderation.needs_reading([LINK], read=[])
    assert moderation.needs_reading([LINK], read=[LINK | {"detail": "other.example"}])
    assert not moderation.needs_reading([LINK], read=[LINK])


def test_those_to_be_read_are_told_by_their_number(post):
    make_comment(post)
    found = make_comment(post, evidence=[LINK])
    assert list(unread(Comment.objects.all(), read=[])) == [found.pk]
    assert list(unread(Comment.objects.all(), read=evidence_of(found.pk))) == []


@pytest.mark.parametrize("reason", [ReportReason.SPAM, ReportReason.THREAT])
def test_what_readers_reported_is_read_even_when_another_like_it_was(post, reason):
    reported = make_report(make_comment(post, evidence=[LINK]), reason).comment
    assert list(unread(Comment.objects.all(), read=[LINK])) == [reported.pk]


def test_what_was_answered_needs_no_reading_for_its_report(post):
    report = make_report(make_comment(post))
    report.state, report.settled_at = ReportState.DISMISSED, report.created_at
    report.save()
    assert list(unread(Comment.objects.all(), read=[])) == []


@pytest.mark.parametrize(("urgency", "is_read"), [(10, False), (20, True), (40, True)])
def test_what_is_as_urgent_as_a_report_is_read(post, urgency, is_read):
    make_comment(post, status="pending", urgency=urgency)
    assert any(unread(Comment.objects.all(), read=[])) == is_read


@pytest.mark.parametrize(
    ("action", "number"),
    [(Action.APPROVE, 2), (Action.RESTORE, 1), (Action.TRASH, 0), (Action.UNDO, 0)],
)
def test_only_what_readers_will_see_has_to_be_read(post, action, number):
    make_comment(post)
    make_comment(post, status="pending")
    assert published_by(action, Comment.objects.all()).count() == number


@pytest.mark.django_db
def test_nothing_was_found_in_what_is_gone():
    assert evidence_of(7) == []


BROKEN = [["a"], {"a": 1}, 7, None]


@pytest.mark.parametrize("detail", BROKEN)
@pytest.mark.parametrize("sign", ["links", *BROKEN])
def test_a_broken_row_of_evidence_is_read_as_text(sign, detail):
    row = {"sign": sign, "detail": detail}
    assert not moderation.needs_reading([row], read=[row])
