import pytest

from comments import judgement, scrutiny, spam, spam_context, standing
from comments.models import CommentSettings, ModerationMode
from comments.spam import Evidence, Sign
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_case, make_sender
from tests.comments.reader import publish_what_is_clean


@pytest.fixture(autouse=True)
def appear_at_once(newsroom):
    """Where everything clean is published, whatever holds must do so by itself."""
    publish_what_is_clean(newsroom)


def status_of(case):
    return judgement.judge(case).decision.status


def test_clean_words_appear(post):
    judged = judgement.judge(make_case(post))
    assert judged.decision.status == CommentStatus.PUBLISHED
    assert judged.evidence == ()


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (spam, "assess"),
        (spam_context, "gather"),
        (standing, "writer_of"),
    ],
)
def test_whatever_breaks_the_comment_is_held_with_the_reason(
    post, monkeypatch, caplog, where, name
):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(where, name, broken)
    judged = judgement.judge(make_case(post))
    assert judged.decision.status == CommentStatus.PENDING
    assert judged.decision.reason == Reason.CHECKS
    assert Sign.CHECK_FAILED in {item.sign for item in judged.evidence}


@pytest.mark.parametrize("check", scrutiny.CHECKS, ids=lambda check: check.__name__)
def test_each_check_that_breaks_is_evidence(post, caplog, check):
    def broken(case):
        raise ZeroDivisionError

    rest = tuple(broken if each is check else each for each in scrutiny.CHECKS)
    found = scrutiny.examine(make_case(post), rest)
    assert Evidence(Sign.CHECK_FAILED, "broken") in found


def test_a_filter_that_takes_too_long_holds_what_it_found_clean(post, monkeypatch):
    late = Evidence(Sign.CHECK_FAILED, "spam.assess")

    def attempt(name, step, **options):
        return step(), late if name == "spam.assess" else None

    monkeypatch.setattr(judgement, "attempt", attempt)
    judged = judgement.judge(make_case(post))
    assert judged.decision.status == CommentStatus.PENDING
    assert late in judged.evidence


def test_doubts_of_the_guards_hold(post):
    doubt = Evidence(Sign.CHECK_FAILED, "a guard")
    judged = judgement.judge(make_case(post), doubts=[doubt])
    assert judged.decision.status == CommentStatus.PENDING
    assert doubt in judged.evidence


def test_an_unproven_origin_is_held(post):
    assert status_of(make_case(post, sender=make_sender(is_origin_proven=False))) == (
        CommentStatus.PENDING
    )


def test_the_evidence_is_kept_as_rows(post):
    judged = judgement.judge(make_case(post, sender=make_sender(is_origin_proven=False)))
    assert judged.evidence_rows == [{"sign": "origin", "detail": ""}]


def test_the_posts_own_rule_goes_before_the_newsrooms(newsroom, post):
    post.comment_mode = ModerationMode.HOLD_ALL
    assert CommentSettings.for_site(newsroom.site).moderation == ModerationMode.HOLD_DOUBTFUL
    assert status_of(make_case(post)) == CommentStatus.PENDING
