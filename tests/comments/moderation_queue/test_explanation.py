import numpy as np
import pytest

from comments.models import Comment, CommentSettings, ModerationEvent, ModerationMode
from comments.moderation_queue import explanation
from comments.moderation_queue.masking import Cover
from comments.serving import InForce
from comments.spam import Model, Terms, Thresholds
from comments.states import Action, CommentStatus, Reason

EVIDENCE = [
    {"sign": "new_hosts", "detail": "a.example, b.example"},
    {"sign": "words", "detail": "subscribe, check, channel"},
]
FOUND = (
    "links to sites never approved here: a.example, b.example; "
    "words often in spam: subscribe, check, channel"
)
OPEN = ModerationMode.HOLD_DOUBTFUL


def why(status=CommentStatus.PENDING, *, mode=OPEN, evidence=EVIDENCE, **event):
    event = {"action": Action.SUBMIT, "to_status": status, "reason": Reason.CHECKS} | event
    comment = Comment(status=status, evidence=evidence)
    return explanation.why(comment, ModerationEvent(**event), CommentSettings(moderation=mode))


def in_force(*, labels=0, version=0):
    model = Model(
        weights=np.zeros(1, np.float32),
        bias=0.0,
        thresholds=Thresholds(hold_at=-2.0, bin_at=5.0),
        version=version,
    )
    return InForce(model, Terms(), labels)


def opinion(score, *, verdict="hold", evidence=(), **known):
    comment = Comment(score=score, verdict=verdict, evidence=list(evidence))
    return explanation.opinion(comment, in_force(**known))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (CommentStatus.PENDING, f"Held: {FOUND}."),
        (CommentStatus.SPAM, f"Binned: {FOUND}."),
        (CommentStatus.PUBLISHED, f"Found in it: {FOUND}."),
    ],
)
def test_one_sentence_says_why_a_comment_stands_where_it_does(status, sentence):
    assert why(status) == sentence


def test_after_a_decision_it_says_only_what_was_found():
    assert why(action=Action.HOLD) == f"Found in it: {FOUND}."


def test_a_comment_without_a_log_says_what_was_found():
    said = explanation.why(Comment(evidence=EVIDENCE), None, CommentSettings())
    assert said == f"Found in it: {FOUND}."


@pytest.mark.parametrize("status", CommentStatus)
def test_nothing_found_is_no_sentence(status):
    assert why(status, evidence=[]) == ""


def test_a_stranger_waits_as_one_whatever_else_was_found():
    strangers = ModerationMode.HOLD_STRANGERS
    assert why(mode=strangers) == f"Held: its writer is not known here yet; {FOUND}."
    assert why(mode=strangers, evidence=[]) == "Held: its writer is not known here yet."


def test_where_doubtful_ones_wait_a_stranger_is_no_reason():
    assert "writer" not in why()


def test_a_post_with_a_rule_of_its_own_may_hold_strangers():
    assert why(evidence=[], reason=Reason.FIRST_COMMENT) == (
        "Held: its writer is not known here yet."
    )


def test_where_everything_waits_that_is_the_reason():
    said = why(mode=ModerationMode.HOLD_ALL, evidence=[], reason=Reason.FIRST_COMMENT)
    assert said == "Held: every comment is read first here."


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ({"sign": "moon_phase", "detail": "full"}, "Found in it: moon_phase: full."),
        ({"sign": "moon_phase"}, "Found in it: moon_phase."),
        ({"sign": "words", "detail": "100 %s"}, "Found in it: words often in spam: 100 %s."),
        ({}, ""),
        ("not evidence", ""),
    ],
)
def test_evidence_that_is_unknown_or_broken_does_no_harm(item, sentence):
    assert explanation.found([item], Cover()) == sentence


@pytest.mark.parametrize(
    ("score", "thought"),
    [
        (-2.1, "The filter thinks that the words are not spam."),
        (-2.0, "The filter thinks that the words may be spam."),
        (4.9, "The filter thinks that the words may be spam."),
        (5.0, "The filter thinks that the words are very likely spam."),
    ],
)
@pytest.mark.parametrize(
    ("labels", "experience"),
    [
        (0, "It has seen no decision here yet."),
        (1, "It has seen only 1 decision here."),
        (40, "It has seen only 40 decisions here."),
        (199, "It has seen only 199 decisions here."),
    ],
)
def test_before_200_decisions_it_says_words_and_how_little_it_has_seen(
    score, thought, labels, experience
):
    assert opinion(score, labels=labels, version=1) == f"{thought} {experience}"


@pytest.mark.parametrize(
    ("score", "share"),
    [
        (-9.0, "Hardly any comments like this were spam here."),
        (-2.2, "About 1 of 10 comments like this was spam here."),
        (1.4, "About 8 of 10 comments like this were spam here."),
        (9.0, "Nearly all comments like this were spam here."),
    ],
)
def test_from_200_decisions_it_tells_a_share(score, share):
    assert opinion(score, labels=200, version=1) == share


def test_a_share_that_was_not_measured_here_is_not_told():
    said = opinion(1.4, labels=200, version=0)
    seen = "It has seen 200 decisions or more here."
    assert said == f"The filter thinks that the words may be spam. {seen}"


def test_a_filter_that_was_not_asked_or_broke_down_has_no_opinion():
    assert opinion(9.0, verdict="") == ""
    assert opinion(9.0, evidence=[{"sign": "check_failed", "detail": "words"}]) == ""
    assert explanation.opinion(Comment(score=9.0, verdict="hold"), None) == ""
