import pytest

from comments.learning import versions
from tests.comments.spam_report.past import read

pytestmark = pytest.mark.usefixtures("tiny_seed")


def test_everything_that_was_done_is_listed_the_newest_first(root, volunteer):
    versions.pause(actor=root)
    versions.resume(actor=None)
    html = read(volunteer, "changes")
    assert 0 < html.index("Learning goes on") < html.index("Learning was paused")
    assert "by Ruth Root" in html


def test_an_untouched_filter_says_so(volunteer):
    assert "Nothing was changed yet." in read(volunteer, "changes")


def test_old_changes_are_on_the_next_page(volunteer, monkeypatch):
    monkeypatch.setattr("comments.spam_report.change_log.CHANGES_PER_PAGE", 1)
    versions.pause(actor=None)
    versions.resume(actor=None)
    assert "Learning was paused" not in read(volunteer, "changes")
    assert "Learning was paused" in read(volunteer, "changes", p=2)


def test_a_long_log_costs_the_same_queries(root, volunteer, django_assert_max_num_queries):
    for number in range(20):
        versions.move_thresholds(0.0, number + 1.0, actor=root)
    with django_assert_max_num_queries(18):  # two: who may open what
        read(volunteer, "changes")


def test_the_name_of_a_list_stays_words(volunteer):
    versions.load_terms("<b>mine</b>", ["casino"], actor=None)
    assert "&lt;b&gt;mine" in read(volunteer, "changes")
