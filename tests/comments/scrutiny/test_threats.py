import time

import pytest

from comments.scrutiny.threats import AUTHORITIES, VIOLENCE, kinds_of_threat, threatens_somebody
from comments.spam import Evidence, Sign
from tests.comments.factories import make_case
from tests.comments.scrutiny.threatening import DENOUNCING, HARMLESS, VIOLENT

MOST_CHARACTERS = 5_000
HOSTILE = (
    "i will ",
    "i will kill ",
    "i'm going to find you and ",
    "we know where your ",
    "i am calling ice on ",
    "voy a llamar a la migra ",
    "te voy a ",
    "all all all ",
    "i i i ",
    "these those every ",
    "   ",
    "you you're ",
    "ojala que te ",
    "les voy a hablar a la ",
    "i am calling ice aa bb cc ",
    "hope that they ",
)


def found(text):
    """As the check sees it; emphasis is gone where it is rendered."""
    return kinds_of_threat(text.replace("**", ""))


@pytest.mark.parametrize("text", VIOLENT)
def test_whoever_threatens_with_violence_is_heard(text):
    assert VIOLENCE in found(text)


@pytest.mark.parametrize("text", DENOUNCING)
def test_whoever_threatens_with_the_authorities_is_heard(text):
    assert AUTHORITIES in found(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_threatens_nobody_is_left_alone(text):
    assert found(text) == frozenset()


@pytest.mark.parametrize("text", [*VIOLENT, *DENOUNCING])
def test_a_threat_is_heard_in_the_midst_of_other_words(text):
    assert found(f"Thank you for this article. {text}, and so on")


def test_the_detail_names_what_is_threatened_with_and_never_the_words(post):
    case = make_case(post, "I will **ki**ll you", author_name="Te echo la migra")
    assert threatens_somebody(case) == Evidence(Sign.THREAT, "authorities, violence")


def test_harmless_words_are_no_doubt(post):
    assert threatens_somebody(make_case(post, "Kill the bill!")) is None


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_worst_text_takes_little_time(piece):
    text = (piece * MOST_CHARACTERS)[:MOST_CHARACTERS]
    began = time.process_time()
    kinds_of_threat(text)
    assert time.process_time() - began < 0.05
