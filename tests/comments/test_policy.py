import pytest

from comments.models import ModerationMode
from comments.policy import decide
from comments.spam import Assessment, Evidence, Sign, Verdict
from comments.states import CommentStatus, Reason

CLEAN = Assessment(Verdict.PUBLISH, 0, ())
BINNED = Assessment(Verdict.BIN, 2, (Evidence(Sign.HONEYPOT), Evidence(Sign.WORDS)))


def doubtful(*signs: Sign) -> Assessment:
    return Assessment(Verdict.HOLD, len(signs), tuple(map(Evidence, signs)))


def test_a_strangers_clean_comment_is_held_by_default():
    decision = decide(CLEAN, mode=ModerationMode.HOLD_ALL, is_sound=True)
    assert decision.status == CommentStatus.PENDING
    assert decision.reason == Reason.FIRST_COMMENT


def test_a_clean_comment_appears_at_once_when_only_doubtful_ones_wait():
    decision = decide(CLEAN, mode=ModerationMode.HOLD_DOUBTFUL, is_sound=True)
    assert decision.status == CommentStatus.PUBLISHED


def test_an_unproven_origin_is_held_whatever_the_rule():
    decision = decide(CLEAN, mode=ModerationMode.HOLD_DOUBTFUL, is_sound=False)
    assert decision.status == CommentStatus.PENDING
    assert decision.reason == Reason.CHECKS


@pytest.mark.parametrize("mode", ModerationMode.values)
def test_spam_is_binned_whatever_the_rule(mode):
    decision = decide(BINNED, mode=mode, is_sound=False)
    assert decision.status == CommentStatus.SPAM


@pytest.mark.parametrize(
    ("signs", "reason"),
    [
        ([Sign.LINKS], Reason.LINKS),
        ([Sign.MANY_LINKS], Reason.LINKS),
        ([Sign.LINKS, Sign.DUPLICATE], Reason.CHECKS),
        ([Sign.CHECK_FAILED], Reason.CHECKS),
    ],
)
def test_the_reason_to_hold_is_links_only_when_nothing_else_was_found(signs, reason):
    decision = decide(doubtful(*signs), mode=ModerationMode.HOLD_DOUBTFUL, is_sound=True)
    assert decision.status == CommentStatus.PENDING
    assert decision.reason == reason
