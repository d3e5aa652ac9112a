from datetime import timedelta

import pytest

from comments.learning import dry_run, versions
from comments.learning.report_card import Tally
from comments.models import Comment
from comments.spam import Terms, Thresholds, Verdict
from tests.comments.factories import make_comment, make_user
from tests.comments.learning.texts import HONEST, SPAM
from tests.comments.spam_report.past import make_decided
from tests.conftest import NOON

pytestmark = pytest.mark.usefixtures("tiny_seed")

SECOND_SIGN = [{"sign": "honeypot", "detail": ""}]
NEVER = Thresholds(100.0, 200.0)


def test_other_thresholds_are_tried_on_what_people_decided(post):
    make_decided(post, SPAM, is_spam=True)
    make_decided(post, HONEST)
    make_comment(post, SPAM)
    effect = dry_run.of_thresholds(NEVER)
    assert effect.compared == 2
    assert effect.before.spam == Tally(held=1)
    assert effect.after.spam == Tally(passed=1)
    assert effect.before.honest == effect.after.honest == Tally(passed=1)


def test_the_comments_that_would_be_treated_otherwise_are_named(post):
    spam = make_decided(post, SPAM, is_spam=True)
    make_decided(post, HONEST)
    [change] = dry_run.of_thresholds(NEVER).changed
    assert (change.comment, change.is_spam) == (spam, True)
    assert (change.before, change.after) == (Verdict.HOLD, Verdict.PUBLISH)


def test_nothing_is_binned_without_the_second_sign_that_it_came_with(post):
    make_decided(post, SPAM, is_spam=True)
    Comment.objects.filter(pk=make_decided(post, SPAM, is_spam=True).pk).update(
        evidence=SECOND_SIGN
    )
    effect = dry_run.of_thresholds(Thresholds(-2.0, -1.0))
    assert effect.after.spam == Tally(held=1, binned=1)


def test_other_reasons_to_ask_do_not_go_away_with_the_thresholds(post):
    comment = make_decided(post, HONEST)
    for sign, expected in (("personal_data", Tally(held=1)), ("words", Tally(passed=1))):
        Comment.objects.filter(pk=comment.pk).update(evidence=[{"sign": sign, "detail": ""}])
        assert dry_run.of_thresholds(NEVER).after.honest == expected


def test_a_sign_that_is_not_known_any_more_is_left_aside(post):
    comment = make_decided(post, HONEST)
    Comment.objects.filter(pk=comment.pk).update(evidence=[{"sign": "of_old"}])
    assert dry_run.of_thresholds(NEVER).after.honest == Tally(passed=1)


def test_words_that_are_gone_are_left_out(post):
    make_decided(post, "")
    assert dry_run.of_thresholds(NEVER).compared == 0


def test_only_the_last_decisions_are_compared(post, monkeypatch):
    monkeypatch.setattr(dry_run, "MOST_COMPARED", 1)
    make_decided(post, SPAM, is_spam=True, decided_at=NOON)
    make_decided(post, HONEST, decided_at=NOON + timedelta(days=1))
    effect = dry_run.of_thresholds(NEVER)
    assert (effect.compared, effect.after.honest.total) == (1, 1)


@pytest.mark.parametrize(("characters", "compared"), [(12, 2), (11, 1), (5, 0)])
def test_no_more_words_are_read_than_can_be_at_once(post, monkeypatch, characters, compared):
    monkeypatch.setattr(dry_run, "MOST_CHARACTERS", characters)
    for _ in range(2):
        make_decided(post, "noon!!")
    assert dry_run.of_thresholds(NEVER).compared == compared
    assert dry_run.of_terms(Terms.parse(["casino"])).compared == compared


def test_thresholds_cost_three_queries_however_many_comments(post, django_assert_num_queries):
    for _ in range(3):
        make_decided(post, HONEST)
    with django_assert_num_queries(3):
        dry_run.of_thresholds(NEVER)


def test_nothing_is_moved_by_trying(post):
    make_decided(post, SPAM, is_spam=True)
    before = dry_run.of_thresholds(NEVER).before
    assert dry_run.of_thresholds(NEVER).before == before


def test_thresholds_that_were_moved_are_those_of_now(post):
    make_decided(post, SPAM, is_spam=True)
    versions.move_thresholds(100.0, 200.0, actor=None)
    effect = dry_run.of_thresholds(Thresholds(-2.0, 5.4))
    assert (effect.before.spam, effect.after.spam) == (Tally(passed=1), Tally(held=1))


def test_terms_hold_what_the_filter_let_pass_and_has_one_of_them(post):
    honest = make_decided(post, "The casino is on Main Street.")
    undecided = make_comment(post, "Casino, casino!")
    make_decided(post, "casino", is_spam=True, verdict="hold")
    make_decided(post, "Nothing of the kind.")
    effect = dry_run.of_terms(Terms.parse(["casino"]))
    assert (effect.terms, effect.compared) == (1, 4)
    assert {hit.comment: hit.is_spam for hit in effect.held} == {honest: False, undecided: None}
    assert {hit.found for hit in effect.held} == {("casino",)}


def test_terms_are_looked_for_in_names_and_addresses_too(post):
    make_comment(post, "Hello.", author_name="Casino King")
    make_comment(post, "Hello.", author_website="https://shop.bad.example/")
    make_comment(post, "Read https://bad.example/x")
    assert len(dry_run.of_terms(Terms.parse(["casino", "bad.example"])).held) == 3


@pytest.mark.parametrize(("term", "held"), [("poker", 1), ("href", 0), ("bad.example", 1)])
def test_tags_of_imported_comments_are_no_words(post, term, held):
    html = '<p><a href="https://bad.example/">Poker &amp; casino</a></p>'
    make_comment(post, html, body_format="html")
    assert len(dry_run.of_terms(Terms.parse([term])).held) == held


def test_what_the_staff_wrote_is_left_out(post):
    make_comment(post, "casino", staff_author=make_user("staff"))
    assert dry_run.of_terms(Terms.parse(["casino"])).compared == 0


def test_the_terms_that_hold_most_honest_comments_come_first(post):
    make_decided(post, "alpha", is_spam=True)
    make_decided(post, "alpha", is_spam=True)
    make_decided(post, "beta alpha")
    make_comment(post, "gamma")
    effect = dry_run.of_terms(Terms.parse(["alpha", "beta", "gamma"]))
    named = [(each.term, each.honest, each.spam, each.undecided) for each in effect.by_term]
    assert named == [("alpha", 1, 2, 0), ("beta", 1, 0, 0), ("gamma", 0, 0, 1)]
    counts = effect.counts
    assert (counts.honest, counts.spam, counts.undecided) == (1, 2, 1)


def test_terms_cost_two_queries(post, django_assert_num_queries):
    for _ in range(3):
        make_decided(post, "casino")
    with django_assert_num_queries(2):
        dry_run.of_terms(Terms.parse(["casino"]))
