import pytest

from comments import moderation
from comments.moderation.pointing import was_flagged
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_ruling


@pytest.mark.parametrize("verdict", ["hold", "bin"])
def test_what_the_filter_would_not_publish_is_flagged(post, verdict):
    assert was_flagged(make_comment(post, verdict=verdict))


@pytest.mark.parametrize("verdict", ["", "publish"])
def test_what_nothing_was_found_in_is_not(post, verdict):
    assert not was_flagged(make_comment(post, verdict=verdict))


def test_what_a_check_found_flags(post):
    assert was_flagged(make_comment(post, evidence=[{"sign": "blocked", "detail": ""}]))


def test_what_only_tells_a_moderator_more_does_not(post):
    evidence = [{"sign": "links", "detail": "1"}, {"sign": "tricks", "detail": ""}]
    assert not was_flagged(make_comment(post, evidence=evidence))


@pytest.mark.parametrize("evidence", [None, "x", ["x", None, 3], {"sign": "blocked"}])
def test_broken_evidence_is_none(post, evidence):
    comment = make_comment(post)
    comment.evidence = evidence
    assert not was_flagged(comment)


def test_the_log_keeps_it_beside_a_persons_decision_only(post, moderator):
    comment = make_comment(post, verdict="hold", status=CommentStatus.PENDING)
    assert moderation.approve(comment.pk, make_ruling(comment, moderator)).was_flagged
    assert not moderation.hold_reported(comment.pk).was_flagged
