import pytest

from comments.models import ModerationMode
from comments.policy import decide
from comments.spam import Assessment, Evidence, Sign, Verdict
from comments.states import CommentStatus, Reason

CLEAN = Assessment(Verdict.PUBLISH, 0, ())
SIGNS = (Evidence(Sign.HONEYPOT), Evidence(Sign.SPAM_WORDS))
BINNED = Assessment(Verdict.BIN, 7, SIGNS, is_learning=False)


def doubtful(*signs: Sign) -> Assessment:
    return Assessment(Verdict.HOLD, len(signs), tuple(map(Evidence, signs)))


def rule(assessment=CLEAN, *, doubts=(), mode=ModerationMode.HOLD_DOUBTFUL, is_known=False):
    return decide(assessment, doubts=doubts, mode=mode, is_known=is_known)


@pytest.mark.parametrize("mode", [ModerationMode.HOLD_STRANGERS, ModerationMode.HOLD_ALL])
def test_a_strangers_clean_comment_is_read_first(mode):
    decision = rule(mode=mode)
    assert (decision.status, decision.reason) == (CommentStatus.PENDING, Reason.FIRST_COMMENT)


def test_a_known_writers_clean_comment_appears_at_once_where_strangers_wait():
    decision = rule(mode=ModerationMode.HOLD_STRANGERS, is_known=True)
    assert (decision.status, decision.reason) == (CommentStatus.PUBLISHED, Reason.CLEAN)


def test_a_known_writer_waits_where_everybody_does():
    decision = rule(mode=ModerationMode.HOLD_ALL, is_known=True)
    assert decision.status == CommentStatus.PENDING


def test_a_clean_comment_appears_at_once_when_only_doubtful_ones_wait():
    assert rule().status == CommentStatus.PUBLISHED


@pytest.mark.parametrize("sign", list(Sign))
def test_any_doubt_holds_even_a_known_writer_and_never_bins(sign):
    decision = rule(doubts=[Evidence(sign)], is_known=True)
    assert decision.status == CommentStatus.PENDING


@pytest.mark.parametrize("mode", ModerationMode.values)
def test_spam_is_binned_whatever_the_rule(mode):
    assert rule(BINNED, mode=mode).status == CommentStatus.SPAM


def test_a_known_writer_is_never_binned():
    decision = rule(BINNED, is_known=True)
    assert (decision.status, decision.reason) == (CommentStatus.PENDING, Reason.CHECKS)


def test_nothing_is_binned_when_a_step_broke():
    failure = Evidence(Sign.CHECK_FAILED, "standing")
    found = Assessment(Verdict.BIN, 7, (*SIGNS, failure), is_learning=False)
    assert rule(BINNED, doubts=[failure]).status == CommentStatus.PENDING
    assert rule(found).status == CommentStatus.PENDING


def test_nothing_is_binned_while_the_filter_still_learns():
    decision = rule(Assessment(Verdict.BIN, 7, SIGNS, is_learning=True))
    assert (decision.status, decision.reason) == (CommentStatus.PENDING, Reason.CHECKS)


@pytest.mark.parametrize(
    ("signs", "reason"),
    [
        ([Sign.LINKS], Reason.LINKS),
        ([Sign.MANY_LINKS], Reason.LINKS),
        ([Sign.LINKS, Sign.NEW_HOST], Reason.LINKS),
        ([Sign.LINKS, Sign.NEW_HOSTS], Reason.LINKS),
        ([Sign.LINKS, Sign.DUPLICATE], Reason.CHECKS),
        ([Sign.CHECK_FAILED], Reason.CHECKS),
    ],
)
def test_the_reason_to_hold_is_links_only_when_nothing_else_was_found(signs, reason):
    decision = rule(doubtful(*signs))
    assert (decision.status, decision.reason) == (CommentStatus.PENDING, reason)


def test_personal_data_is_the_reason_before_all_others():
    doubts = [Evidence(Sign.ORIGIN), Evidence(Sign.PERSONAL_DATA, "phone")]
    assert rule(doubtful(Sign.LINKS), doubts=doubts).reason == Reason.PERSONAL_DATA
