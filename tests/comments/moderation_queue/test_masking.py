import pytest

from comments.models import CommentSettings
from comments.moderation_queue.masking import (
    Segment,
    cover_of,
    has_personal_data,
    left_out,
    masked,
)

COVERED = [{"sign": "personal_data", "detail": "phone"}]
TYPED = "Llámame ahora: 208-555-0177, or see llama.example."


def test_what_could_endanger_somebody_is_covered_by_the_name_of_its_kind():
    text = "Call me: 212-867-5309, or come."
    assert masked(text, CommentSettings()) == [
        Segment("Call me: "),
        Segment("212-867-5309", "a telephone number"),
        Segment(", or come."),
    ]


def test_harmless_words_are_one_stretch():
    assert masked("Come all.", CommentSettings()) == [Segment("Come all.")]


def test_the_evidence_tells_whether_there_is_something_to_cover():
    assert has_personal_data([{"sign": "links"}, {"sign": "personal_data"}])
    assert not has_personal_data([{"sign": "links"}])


@pytest.mark.parametrize(
    ("sign", "detail", "said"),
    [
        ("words", "208-555-0177, llamame, ahora", "(covered), llamame, ahora"),
        ("spam_words", "0177, ahora, 555", "(covered), ahora"),
        ("terms", "208-555-0177", "(covered)"),
        ("new_host", "llama.example", "llama.example"),
        ("new_hosts", "llama.example, 2085550177.example", "llama.example, (covered)"),
        ("blocked", "word: 208-555-0177", "word: (covered)"),
        ("blocked", "word: ahora", "word: ahora"),
        ("personal_data", "phone", "phone"),
        ("duplicate", "12", "12"),
    ],
)
def test_what_is_covered_in_the_words_is_covered_in_what_was_found_in_them(sign, detail, said):
    assert cover_of(COVERED, [TYPED], CommentSettings()).over(sign, detail) == said


def test_a_number_that_the_owner_allows_is_not_covered():
    settings = CommentSettings(allowed_phones="208-555-0177")
    assert cover_of(COVERED, [TYPED], settings).over("words", "208-555-0177") == "208-555-0177"


def test_where_nothing_is_covered_everything_found_is_told():
    assert cover_of([], [TYPED], CommentSettings()).over("words", "elsewhere") == "elsewhere"


def test_a_line_of_a_list_leaves_out_what_is_covered():
    assert left_out("Ana 208-555-0177", COVERED) == "Ana […]"
    assert left_out("Ana 208-555-0177", []) == "Ana 208-555-0177"
