import pytest

from comments import conf
from comments.scrutiny.captcha import captcha_is_missing
from comments.scrutiny.examine import BUDGETS_SECONDS
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case, make_comment, make_sender

MISSING = Evidence(Sign.CAPTCHA)


def test_without_a_captcha_nothing_is_missing(post):
    assert captcha_is_missing(make_case(post)) is None


def test_who_passed_it_leaves_no_doubt(post, google):
    case = make_case(post, sender=make_sender(captcha_token="a-token"))
    assert captcha_is_missing(case) is None


def test_one_that_was_not_passed_is_a_doubt(post, google):
    assert captcha_is_missing(make_case(post)) == MISSING


@pytest.mark.parametrize("evidence", [[], [{"sign": "captcha", "detail": ""}]])
def test_an_edit_is_as_good_as_the_comment_that_it_changes(post, google, evidence):
    comment = make_comment(post, evidence=evidence)
    case = make_case(post, revises=comment.pk)
    assert captcha_is_missing(case) == (MISSING if evidence else None)
    assert google.questions == []


def test_it_may_take_as_long_as_google_may(post):
    assert BUDGETS_SECONDS[captcha_is_missing] == conf.CAPTCHA_BUDGET_SECONDS
