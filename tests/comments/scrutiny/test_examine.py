from comments.scrutiny import CHECKS, examine
from comments.scrutiny.examine import BUDGETS_SECONDS
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case


def test_every_check_is_on_the_list_once():
    assert len(set(CHECKS)) == len(CHECKS)


def test_an_honest_comment_raises_no_doubt(post):
    assert examine(make_case(post)) == ()


def test_a_check_that_breaks_is_a_doubt_and_the_others_go_on(post, caplog):
    def broken(case):
        raise ZeroDivisionError

    def finds(case):
        return Evidence(Sign.HASTE)

    assert examine(make_case(post), (broken, finds)) == (
        Evidence(Sign.CHECK_FAILED, "broken"),
        Evidence(Sign.HASTE),
    )


def test_a_check_that_asks_another_host_has_a_budget_of_its_own(post, monkeypatch):
    def asks(case):
        return None

    assert examine(make_case(post), (asks,)) == ()
    monkeypatch.setitem(BUDGETS_SECONDS, asks, -1.0)
    assert examine(make_case(post), (asks,)) == (Evidence(Sign.CHECK_FAILED, "asks"),)
