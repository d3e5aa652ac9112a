import pytest
from django.http import QueryDict

from comments.moderation_queue.chosen import MAX_DECISIONS, Typed, left, numbers, read

pytestmark = pytest.mark.django_db


def chosen(query):
    return read(QueryDict(query))


def told(query):
    return [(choice.comment_id, choice.form.data["action"]) for choice in chosen(query).choices]


def test_a_cards_own_button_decides_that_comment_alone():
    assert told("decide=7.approve&seen-7=1&choice-8=hold&seen-8=2") == [(7, "approve")]
    assert chosen("decide=7.approve").is_one


def test_without_it_everything_is_decided_for_which_something_was_chosen():
    sent = "together=1&choice-7=approve&choice-8=&choice-9=hold"
    assert told(sent) == [(7, "approve"), (9, "hold")]
    assert not chosen(sent).is_one


def test_what_was_typed_on_the_other_cards_is_left():
    sent = (
        "decide=7.remove&seen-7=1&words-7=No&seen-8=2&words-8=Be+kind.&choice-8=&rule-8=&seen-9=3"
    )
    assert chosen(sent).left == {8: Typed("", "", "Be kind.")}


def test_what_is_decided_together_leaves_only_cards_for_which_nothing_was_chosen():
    sent = "together=1&seen-7=1&choice-7=approve&words-7=No&seen-8=2&rule-8=abuse&choice-8="
    assert chosen(sent).left == {8: Typed("", "abuse", "")}
    assert left(QueryDict(sent)).keys() == {7, 8}


def test_each_comment_has_its_own_fields():
    sent = (
        "choice-7=remove&choice-8=remove&rule-7=abuse&rule-8=privacy&words-8=No&seen-7=1&seen-8=2"
    )
    [one, other] = chosen(sent).choices
    assert one.form.data | {"action": ""} == {
        "action": "", "rule": "abuse", "words": "", "seen": "1", "reports": "",
    }  # fmt: skip
    assert other.form.data["words"] == "No"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "decide=",
        "decide=x.approve",
        "decide=-1.approve",
        "decide=²",
        f"decide={2**63}.hold",
        "choice-=hold",
        "choice-x=hold",
        "choice=hold",
        "decide=" + "9" * 5000,
        "choice-٣=hold",
    ],
)
def test_what_no_page_sends_decides_nothing(query):
    assert told(query) == []


def test_no_page_is_longer_than_the_longest():
    sent = "&".join(f"choice-{number}=hold&seen-{number}=1" for number in range(1, 200))
    assert len(told(sent)) == len(numbers(QueryDict(sent))) == MAX_DECISIONS


def test_a_page_says_which_comments_are_on_it():
    assert numbers(QueryDict("seen-7=1&seen-x=2&choice-9=hold&seen-8=")) == [7, 8]
