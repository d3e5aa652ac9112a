import pytest

from comments import serving
from comments.learning import versions
from comments.models import SpamFilterChange
from comments.spam import Thresholds
from tests.comments.learning.texts import HONEST, SPAM
from tests.comments.spam_report.past import make_decided, read, send, words_of

pytestmark = pytest.mark.usefixtures("tiny_seed")

MINUS = "\N{MINUS SIGN}"


def tried(browser, hold_at, bin_at):
    """What the form sends the second time."""
    response = send(browser, "thresholds", hold_at=hold_at, bin_at=bin_at)
    proof = response.context["form"]["tried"].value()
    return {"hold_at": hold_at, "bin_at": bin_at, "tried": proof, "move": "1"}


def in_force():
    return serving.current().model.thresholds


def test_the_first_time_it_says_what_they_would_have_done_and_moves_nothing(post, browser):
    make_decided(post, SPAM, is_spam=True)
    make_decided(post, HONEST)
    html = words_of(send(browser, "thresholds", hold_at="15", bin_at="20"))
    assert "last 2 comments" in html
    assert '<th scope="row">Spam, now</th><td>0</td><td>1</td><td>0</td>' in html
    assert '<th scope="row">Spam, then</th><td>1</td><td>0</td><td>0</td>' in html
    assert "1 of them would be treated otherwise." in html
    assert in_force() == Thresholds(-2.0, 6.5)


def test_the_comments_that_would_change_are_linked(post, browser):
    spam = make_decided(post, SPAM, is_spam=True, verdict="hold")
    html = words_of(send(browser, "thresholds", hold_at="15", bin_at="20"))
    assert f"/reader-comments/{spam.pk}/history/" in html
    assert "spam: ask a person → let pass" in html


def test_the_second_time_they_are_moved(root, browser):
    response = send(browser, "thresholds", **tried(browser, "-1.5", "6"))
    assert (response.status_code, response.url) == (303, "/admin/spam-filter/thresholds/")
    assert in_force() == Thresholds(-1.5, 6.0)
    assert SpamFilterChange.objects.get().actor == root
    assert f"from {MINUS}1.5; bin from 6.0" in read(browser, "thresholds")


@pytest.mark.parametrize("sent", [{"move": "1"}, {"move": "1", "tried": "made up"}])
def test_what_was_not_tried_is_tried_first(browser, sent):
    response = send(browser, "thresholds", hold_at="1", bin_at="2", **sent)
    assert "Dry run" in words_of(response)
    assert in_force() == Thresholds(-2.0, 6.5)


def test_other_numbers_than_those_tried_are_tried_first(browser):
    send(browser, "thresholds", **tried(browser, "1", "2") | {"bin_at": "3"})
    assert in_force() == Thresholds(-2.0, 6.5)


def test_empty_means_as_shipped(browser):
    versions.move_thresholds(0.0, 1.0, actor=None)
    assert f"As shipped: Ask a person from {MINUS}2.0" in read(browser, "thresholds")
    send(browser, "thresholds", **tried(browser, "", ""))
    assert in_force() == Thresholds(-2.0, 6.5)
    assert "These are the numbers as shipped." in read(browser, "thresholds")


@pytest.mark.parametrize(
    ("hold_at", "bin_at"),
    [
        ("1", ""),
        ("", "1"),
        ("2", "2"),
        ("3", "2"),
        ("x", "2"),
        ("nan", "2"),
        ("0", "inf"),
        ("0", "21"),
    ],
)
def test_what_makes_no_sense_is_refused(browser, hold_at, bin_at):
    response = send(browser, "thresholds", hold_at=hold_at, bin_at=bin_at, move="1")
    assert response.status_code == 422
    assert "error-message" in words_of(response)
    assert in_force() == Thresholds(-2.0, 6.5)


def test_the_numbers_in_force_stand_in_the_form(browser):
    versions.move_thresholds(-1.25, 6.0, actor=None)
    html = read(browser, "thresholds")
    assert 'name="hold_at" value="-1.2"' in html
    assert 'name="bin_at" value="6.0"' in html


def test_moderators_see_them_and_have_no_form(volunteer):
    html = read(volunteer, "thresholds")
    assert "An administrator can move them." in html
    assert 'name="hold_at"' not in html


def test_without_decisions_the_past_says_nothing(browser):
    response = send(browser, "thresholds", hold_at="1", bin_at="2")
    assert "so the past says nothing" in words_of(response)


@pytest.mark.parametrize(("labels", "says"), [(1, True), (100, False)])
def test_while_it_is_learning_it_says_that_nothing_is_binned(post, browser, labels, says):
    for number in range(labels):
        make_decided(post, HONEST, is_spam=number % 2 == 0)
    html = words_of(send(browser, "thresholds", hold_at="1", bin_at="2"))
    assert ("what it would bin waits" in html) is says
