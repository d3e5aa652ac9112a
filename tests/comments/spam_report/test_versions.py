import pytest

from comments import serving
from comments.learning import versions
from comments.models import SpamFilter, SpamFilterChange
from tests.comments.learning.making import make_version
from tests.comments.spam_report.past import read, send, words_of

pytestmark = pytest.mark.usefixtures("tiny_seed")


def served():
    return serving.current().model.version


def test_a_version_is_put_to_work_by_who_asked(root, browser):
    version = make_version()
    response = send(browser, "activate", number=version.pk)
    assert (response.status_code, response.url) == (303, "/admin/spam-filter/versions/")
    assert (served(), SpamFilterChange.objects.get().actor) == (version.pk, root)
    assert f"At work: version {version.pk}." in read(browser, "versions")


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "99", "9" * 30, "9" * 5000])
def test_a_version_that_is_none_changes_nothing(browser, number):
    response = send(browser, "activate", number=number)
    assert response.status_code == 409
    assert "cannot be used; nothing was changed" in words_of(response)
    assert served() == 0


def test_a_refused_version_is_not_put_to_work(browser):
    refused = make_version(was_refused=True)
    assert send(browser, "activate", number=refused.pk).status_code == 409
    assert "Put this version to work" not in read(browser, "versions")


def test_rolling_back_goes_to_what_served_before_and_at_last_to_the_seed(browser):
    first, second = make_version(), make_version()
    for version in (first, second):
        versions.activate(version.pk, actor=None)
    send(browser, "roll_back", serving=second.pk)
    assert served() == first.pk
    response = browser.post(
        "/admin/spam-filter/versions/roll-back/", {"serving": first.pk}, follow=True
    )
    assert "this one serves: the filter as shipped" in words_of(response)
    assert "Learning is paused now; resume it when" in words_of(response)
    assert served() == 0


@pytest.mark.parametrize("seen", ["", "x", "0"])
def test_rolling_back_what_somebody_else_has_changed_meanwhile_changes_nothing(browser, seen):
    version = make_version()
    versions.activate(version.pk, actor=None)
    response = send(browser, "roll_back", serving=seen)
    assert response.status_code == 409
    assert f"Another version serves since you looked: version {version.pk}" in words_of(response)
    assert served() == version.pk


def test_there_is_nothing_before_the_seed(browser):
    response = send(browser, "roll_back", serving=0)
    assert response.status_code == 409
    assert "nothing before the filter as shipped" in words_of(response)
    assert "Roll back</button>" not in read(browser, "versions")


def test_learning_is_paused_and_goes_on(browser):
    assert "Pause learning" in read(browser, "versions")
    send(browser, "learning", pause="1")
    assert SpamFilter.current().is_learning_paused
    html = read(browser, "versions")
    assert "Learning is paused." in html
    assert "Resume learning" in html
    send(browser, "learning", resume="1")
    assert not SpamFilter.current().is_learning_paused


def test_moderators_see_the_versions_and_have_no_button(volunteer):
    make_version()
    versions.activate(make_version().pk, actor=None)
    html = read(volunteer, "versions")
    assert html.count('<article class="filter-version"') == 2
    for button in ("Put this version to work", "Roll back</button>", "Pause learning"):
        assert button not in html


def test_what_was_measured_stands_beside_what_served(browser):
    before = {"auc": 0.951, "held_honest": 0.04, "caught_spam": 0.8, "binned": 0}
    after = before | {"auc": None, "caught_spam": 0.86}
    make_version(figures={"before": before, "after": after}, spam_labels=30, honest_labels=50)
    html = read(browser, "versions")
    assert "Learned from 80 decisions (30 spam, 50 honest)" in html
    assert "<td>80 %</td><td>86 %</td>" in html
    assert "<td>0.951</td><td>\N{EN DASH}</td>" in html
    assert "On few decisions" in html


def test_nothing_learned_is_said(browser):
    assert "It has learned nothing yet." in read(browser, "versions")


def test_old_versions_are_on_the_next_page(browser, monkeypatch):
    monkeypatch.setattr("comments.spam_report.versions.VERSIONS_PER_PAGE", 2)
    made = [make_version() for _ in range(3)]
    assert f"Version {made[0].pk}<" not in read(browser, "versions")
    assert f"Version {made[0].pk}<" in read(browser, "versions", p=2)


def test_many_versions_cost_the_same_queries_and_no_weights(browser, django_assert_max_num_queries):
    for _ in range(10):
        versions.activate(make_version().pk, actor=None)
    with django_assert_max_num_queries(20) as asked:
        read(browser, "versions")
    assert not any('"comments_spammodel"."weights",' in each["sql"] for each in asked)
