from comments.scrutiny.origin import came_from_nowhere
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case, make_sender


def test_a_proven_origin_is_no_doubt(post):
    assert came_from_nowhere(make_case(post)) is None


def test_an_unproven_one_is(post):
    case = make_case(post, sender=make_sender(is_origin_proven=False))
    assert came_from_nowhere(case) == Evidence(Sign.ORIGIN)
