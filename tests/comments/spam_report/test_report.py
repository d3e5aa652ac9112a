from datetime import timedelta

import pytest
from django.utils import timezone

from comments.learning import versions
from comments.models import SpamCheck, SpamFilter, SpamModel
from comments.serving import LABELS_OF_EACH_KIND, LABELS_TO_BIN
from tests.comments.factories import make_comment
from tests.comments.learning.making import make_version
from tests.comments.spam_report.past import make_decided, read

MINUS = "\N{MINUS SIGN}"

pytestmark = pytest.mark.usefixtures("tiny_seed")


def decide(post, number, **said):
    return [make_decided(post, **said) for _ in range(number)]


def test_it_says_what_the_filter_caught_asked_about_and_got_wrong(post, volunteer):
    decide(post, 2, is_spam=True, verdict="bin")
    decide(post, 1, is_spam=True, verdict="hold")
    decide(post, 3, verdict="publish")
    html = read(volunteer, "report")
    assert "3 comments were <b>spam</b>" in html
    assert "would have binned 2, asked a person about 1, and let 0 pass" in html
    assert "3 comments were <b>honest</b>" in html
    assert "let 3 pass, asked a person about 0, and would have binned 0" in html


def test_without_decisions_it_says_so_and_draws_nothing(volunteer):
    html = read(volunteer, "report")
    assert "Nobody has decided on a comment yet" in html
    assert "filter-plot__drawing" not in html


def test_few_decisions_are_called_few_and_have_no_drawing(post, volunteer):
    decide(post, 9)
    html = read(volunteer, "report")
    assert "Only 9 decisions: too few to judge the filter by." in html
    assert "too few to draw" in html
    assert "filter-plot__drawing" not in html


def test_the_drawing_has_an_alternative_and_its_numbers_stand_beside_it(post, volunteer):
    decide(post, 5, is_spam=True, verdict="publish")
    decide(post, 5, verdict="publish")
    html = read(volunteer, "report")
    assert '<desc id="plot-text">2 bars, oldest first' in html
    assert html.count("filter-plot__block--wrong") == 1
    table = html.partition('<table class="filter-table filter-table--numbers">')[2]
    assert "<td>0</td> <td>0</td> <td>5</td> <td>0</td> <td>0</td> <td>0</td>" in table
    assert "<td>0</td> <td>0</td> <td>5</td> <td>5</td> <td>0</td> <td>0</td>" in table


@pytest.mark.parametrize(
    ("asked", "counted"), [({}, 100), ({"last": "500"}, 105), ({"last": "7"}, 100)]
)
def test_the_address_says_how_many_decisions(post, volunteer, asked, counted):
    decide(post, 105)
    html = read(volunteer, "report", **asked)
    assert f"{counted} comments were <b>honest</b>" in html


def test_a_new_newsroom_reads_that_the_filter_is_learning(post, volunteer):
    decide(post, LABELS_TO_BIN - 1)
    html = read(volunteer, "report")
    assert "99 decisions so far; it needs 100" in html
    decide(post, LABELS_OF_EACH_KIND, is_spam=True)
    assert "getting to know your newsroom" not in read(volunteer, "report")


def test_it_says_which_version_serves_with_which_thresholds(volunteer):
    html = read(volunteer, "report")
    assert "the filter as shipped" in html
    assert f"Ask a person from {MINUS}2.0; bin from 6.5, and only with a second sign." in html
    version = make_version()
    versions.activate(version.pk, actor=None)
    versions.move_thresholds(-1.5, 6.3, actor=None)
    html = read(volunteer, "report")
    assert f"<dd>version {version.pk}</dd>" in html
    assert f"from {MINUS}1.5; bin from 6.3" in html


def test_a_version_that_cannot_serve_is_named(volunteer):
    broken = make_version(weights=b"broken")
    SpamFilter.objects.create(pk=1, serving=broken)
    assert "the version that should serve cannot be used" in read(volunteer, "report")


def test_it_says_that_learning_is_paused_and_which_terms_are_loaded(volunteer):
    assert "no list is loaded" in read(volunteer, "report")
    versions.pause(actor=None)
    versions.load_terms("mine.txt", ["casino"], actor=None)
    html = read(volunteer, "report")
    assert "<dd>paused until somebody resumes it</dd>" in html
    assert "mine.txt" in html


def test_comments_drawn_by_lot_are_counted_and_linked(post, volunteer):
    assert "None waits for a look." in read(volunteer, "report")
    SpamCheck.objects.create(comment=make_comment(post))
    SpamCheck.objects.create(comment=make_decided(post, is_spam=True))
    html = read(volunteer, "report")
    assert 'status=check">1 comment waits for a look.' in html
    assert "1 was looked at so far; the filter had 1 of them wrong." in html


def test_the_days_in_doubt_are_named(root, browser, volunteer):
    assert "Decisions in doubt" not in read(volunteer, "report")
    make_version(figures={"doubted": [{"moderator": root.pk, "on": "2026-03-04"}]})
    assert "Ruth Root, on " in read(volunteer, "report")
    assert "Vouch for them" not in read(volunteer, "report")
    assert "Vouch for them" in read(browser, "report")


def test_the_report_card_costs_the_same_queries_for_many_decisions(
    post, volunteer, django_assert_max_num_queries
):
    decide(post, 60, decided_at=timezone.now() - timedelta(days=1))
    SpamModel.objects.create(
        weights=b"",
        digest="",
        seed_digest="",
        spam_labels=0,
        honest_labels=0,
        figures={"doubted": [{"moderator": n, "on": "2026-03-04"} for n in range(1, 9)]},
        was_refused=True,
    )
    with django_assert_max_num_queries(26):  # two: who may open what
        read(volunteer, "report")
