import random
import re
from collections import Counter
from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages
from re import _parser

import pytest

from comments import personal_data
from comments.personal_data import FINDERS, NOTHING, PUBLIC, Allowed, Kind, Span, find
from tests.comments.personal_data.found import found
from tests.comments.personal_data.labelled import all_labelled

COMMENTS = all_labelled()
SURE = {Kind.A_NUMBER, Kind.USCIS_RECEIPT, Kind.SSN, Kind.ITIN, Kind.CREDIT_CARD}
WIDEST_MATCH = 8_000  # signs; what one beginning may cost


def found_share(kind: Kind) -> float:
    marked, hit = 0, 0
    for comment in COMMENTS:
        spans = find(comment.text, allowed=PUBLIC)
        for _, start, end in (span for span in comment.spans if span[0] == kind):
            marked += 1
            hit += any(s.kind == kind and s.start < end and start < s.end for s in spans)
    return hit / marked


@pytest.mark.parametrize("kind", Kind)
def test_labelled_data_are_found(kind):
    assert found_share(kind) >= (0.98 if kind in SURE else 0.9)


def test_clean_comments_are_not_held():
    clean = [comment for comment in COMMENTS if not comment.spans]
    held = [comment.text for comment in clean if find(comment.text, allowed=PUBLIC)]
    assert len(held) <= 0.02 * len(clean), held


def test_labelled_set_is_large_enough_to_say_something():
    spans = Counter(kind for comment in COMMENTS for kind, _, _ in comment.spans)
    assert sum(bool(comment.spans) for comment in COMMENTS) >= 200
    assert sum(not comment.spans for comment in COMMENTS) >= 200
    assert set(spans) == {kind.value for kind in Kind}
    assert min(spans.values()) >= 20


def test_spans_are_in_characters_of_the_text_as_it_was_written():
    number = "A\uff13\uff14\uff15\u200b678 901"  # full-width digits, a zero-width space
    text = f"Ñandú 😀 e\u0301l: {number}, llámame"
    [span] = find(text)
    assert text[span.start : span.end] == number


def test_spans_stand_in_the_order_of_the_text():
    text = "call 213-555-0142, my A number is A345678901, ana@example.org"
    assert [kind for kind, _ in found(text)] == ["phone", "a_number", "email"]


def test_of_two_kinds_the_nearer_word_is_right():
    assert found("I have no social, I pay with my ITIN 912-70-1234") == [("itin", "912-70-1234")]
    assert found("no ITIN, my social is 987-65-4321") == [("ssn", "987-65-4321")]


def test_spans_never_overlap():
    for comment in COMMENTS:
        spans = find(comment.text)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_what_is_allowed_is_left_out_and_nothing_else():
    text = "ana@example.org, bea@example.org"
    assert found(text, allowed=Allowed(emails=frozenset({"ana@example.org"}))) == [
        ("email", "bea@example.org")
    ]


def test_nothing_is_allowed_unless_it_is_said():
    assert find("info@uscis.gov", allowed=NOTHING) == find("info@uscis.gov")
    assert find("info@uscis.gov") == (Span(Kind.EMAIL, 0, 14),)
    assert find("info@uscis.gov", allowed=PUBLIC) == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\0", "\ud800", "🏳️‍🌈" * 50, "1"])
def test_empty_and_odd_texts_hold_nothing(text):
    assert find(text) == ()


def test_every_kind_has_a_finder():
    assert len(FINDERS) == len(set(FINDERS))
    assert {kind for comment in COMMENTS for kind, _ in found(comment.text)} == set(Kind)


def patterns():
    for module in walk_packages(personal_data.__path__, "comments.personal_data."):
        for name, value in vars(import_module(module.name)).items():
            values = value if isinstance(value, tuple) else (value,)
            flat = [
                part for item in values for part in (item if isinstance(item, tuple) else (item,))
            ]
            for number, pattern in enumerate(flat):
                if isinstance(pattern, re.Pattern):
                    yield pytest.param(pattern, id=f"{module.name.split('.')[-1]}{name}{number}")


@pytest.mark.parametrize("pattern", list(patterns()))
def test_every_pattern_is_bounded_so_that_time_grows_with_the_text_alone(pattern):
    parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    assert parsed.getwidth()[1] < WIDEST_MATCH


def test_spans_of_any_disorder_lie_inside_the_text():
    chance = random.Random(1)  # noqa: S311  (no secret)
    words = [word for comment in COMMENTS for word in comment.text.split()]
    odd = ["\u200b", "\u0301", "\ud800", "\0", "😀", "\u0660", "½", "\ufdfa", "", "\n", "\t"]
    for _ in range(300):
        text = chance.choice((" ", "")).join(chance.choices(words + odd * 50, k=40))
        for span in find(text):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
