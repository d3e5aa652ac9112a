import pytest

from comments.scrutiny.personal_data import may_endanger_somebody
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case


def test_harmless_words_are_no_doubt(post):
    assert may_endanger_somebody(make_case(post, "H.R. 1234 passed 218 to 210")) is None


def test_the_detail_names_kinds_and_never_data(post):
    case = make_case(post, "Her A-number: A 123 456 789", author_name="Ana 212-867-5309")
    assert may_endanger_somebody(case) == Evidence(Sign.PERSONAL_DATA, "a_number, phone")


@pytest.mark.parametrize(
    "body",
    ["A&#49;23456789", "Her A-number: A12345**6**789", r"Call (212) 867\-5309", "A`123456789`"],
)
def test_what_only_shows_once_it_is_rendered_is_found(post, body):
    assert may_endanger_somebody(make_case(post, body)) is not None
