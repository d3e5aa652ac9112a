from comments import pace
from comments.scrutiny.haste import sends_too_fast
from comments.spam import Evidence, Sign
from operations.limits import LimiterUnavailable
from tests.comments.factories import make_case, make_sender


def test_people_write_a_few_comments(post):
    assert sends_too_fast(make_case(post)) is None


def test_more_than_that_is_read_first(post):
    for _ in range(pace.SENDER_IS_HELD_AFTER):
        sends_too_fast(make_case(post))
    assert sends_too_fast(make_case(post)) == Evidence(Sign.HASTE)


def test_nobody_is_known_where_nobody_can_count(post, monkeypatch):
    def unavailable(*args, **kwargs):
        raise LimiterUnavailable

    monkeypatch.setattr(pace, "is_hasty", unavailable)
    assert sends_too_fast(make_case(post)) == Evidence(Sign.NOT_COUNTED)


def test_nor_without_a_key_of_the_day(post):
    case = make_case(post, sender=make_sender(key=""))
    assert sends_too_fast(case) == Evidence(Sign.NOT_COUNTED)
