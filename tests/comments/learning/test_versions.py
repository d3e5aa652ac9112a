import math
from datetime import date

import pytest
from django.db import IntegrityError

from comments import serving
from comments.learning import versions
from comments.models import ChangeKind, SpamFilter, SpamFilterChange, SpamModel, SpamTermList
from comments.spam import Thresholds
from tests.comments.learning.making import make_version

pytestmark = pytest.mark.usefixtures("tiny_seed", "moderator")


@pytest.fixture
def admin(moderator):
    return moderator


def serving_number():
    """The version that comments are scored with: 0 is the seed."""
    return serving.current().model.version


def activated(*numbers):
    made = []
    for _ in numbers:
        made.append(make_version())
        versions.activate(made[-1].pk, actor=None)
    return made


def test_an_activated_version_serves_and_the_log_says_who(admin):
    version = make_version(bias=1.0, figures={"after": {"auc": 0.9}})
    change = versions.activate(version.pk, actor=admin)
    assert serving_number() == version.pk
    assert (change.kind, change.model, change.actor) == (ChangeKind.ACTIVATED, version, admin)
    assert change.detail == {
        "before": 0,
        "after": version.pk,
        "figures": {"after": {"auc": 0.9}},
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"weights": b""},
        {"weights": b"nonsense"},
        {"digest": "0" * 64},
        {"seed_digest": "another"},
        {"was_refused": True},
    ],
)
def test_a_version_that_cannot_be_used_is_not_put_to_work(fields):
    [good] = activated(1)
    bad = make_version(**fields)
    with pytest.raises(versions.VersionUnusable):
        versions.activate(bad.pk, actor=None)
    assert (serving_number(), SpamFilterChange.objects.count()) == (good.pk, 1)


def test_a_version_that_there_is_not_is_not_put_to_work():
    with pytest.raises(versions.VersionUnusable):
        versions.activate(12345, actor=None)


def test_five_versions_keep_their_weights():
    activated(*range(7))
    assert [bool(row.weights) for row in SpamModel.objects.order_by("pk")] == [
        *[False] * 2, *[True] * 5,
    ]  # fmt: skip


def test_a_version_that_serves_keeps_its_weights_however_old_it_is():
    [old] = activated(1)
    for _ in range(6):
        make_version()
    versions.activate(old.pk, actor=None)
    old.refresh_from_db()
    assert (bool(old.weights), serving_number()) == (True, old.pk)


def test_rolling_back_goes_step_by_step_to_the_seed(admin):
    first, second, _third = activated(1, 2, 3)
    found = []
    for _ in range(3):
        versions.roll_back(actor=admin)
        found.append(serving_number())
    assert found == [second.pk, first.pk, 0]
    with pytest.raises(versions.NothingToRollBack):
        versions.roll_back(actor=admin)


def test_rolling_back_returns_from_a_version_that_was_chosen_by_hand(admin):
    first, second = activated(1, 2)
    versions.activate(first.pk, actor=admin)
    change = versions.roll_back(actor=admin)
    assert serving_number() == second.pk
    assert (change.kind, change.model, change.actor) == (ChangeKind.ROLLED_BACK, second, admin)


def test_after_rolling_back_another_version_lies_on_top_of_the_earlier_one(admin):
    first, _second = activated(1, 2)
    versions.roll_back(actor=admin)
    activated(3)
    versions.roll_back(actor=admin)
    assert serving_number() == first.pk


def test_rolling_back_leaves_out_what_cannot_serve_any_more(admin):
    first, second, _third = activated(1, 2, 3)
    SpamModel.objects.filter(pk=second.pk).update(weights=b"")
    versions.roll_back(actor=admin)
    assert serving_number() == first.pk


def test_pausing_twice_is_logged_once(admin):
    assert versions.pause(actor=admin).kind == ChangeKind.PAUSED
    assert versions.pause(actor=admin) is None
    assert SpamFilter.current().is_learning_paused
    assert versions.resume(actor=admin).kind == ChangeKind.RESUMED
    assert versions.resume(actor=admin) is None
    assert not SpamFilter.current().is_learning_paused


def test_moved_thresholds_are_in_force_and_logged(admin):
    versions.move_thresholds(-1.0, 6.0, actor=admin)
    assert serving.current().model.thresholds == Thresholds(-1.0, 6.0)
    change = versions.move_thresholds(None, None, actor=admin)
    assert serving.current().model.thresholds == Thresholds(-2.0, 6.5)
    assert change.detail == {"before": [-1.0, 6.0], "after": [None, None]}


@pytest.mark.parametrize(
    "lines", [(1.0, 1.0), (2.0, 1.0), (None, 1.0), (1.0, None), (math.nan, 1.0), (1.0, math.inf)]
)
def test_lines_that_are_none_are_refused(admin, lines):
    with pytest.raises(versions.ThresholdsRefused):
        versions.move_thresholds(*lines, actor=admin)
    assert not SpamFilterChange.objects.exists()


def test_the_database_refuses_such_lines_too():
    with pytest.raises(IntegrityError):
        SpamFilter.objects.create(pk=1, hold_at=2.0, bin_at=1.0)


def test_terms_are_loaded_each_once_and_logged(admin):
    change = versions.load_terms("ours", ["casino\n", "", " pills ", "casino"], actor=admin)
    loaded = SpamFilter.current().term_list
    assert (loaded.name, loaded.terms, loaded.loaded_by) == ("ours", "casino\npills", admin)
    assert change.detail == {"name": "ours", "terms": 2}


def test_another_list_takes_the_place_of_the_first_and_none_takes_it_away(admin):
    versions.load_terms("first", ["casino"], actor=admin)
    versions.load_terms("second", ["pills"], actor=admin)
    assert SpamFilter.current().term_list.name == "second"
    change = versions.drop_terms(actor=admin)
    assert (SpamFilter.current().term_list, change.kind) == (None, ChangeKind.TERMS)


@pytest.mark.parametrize("lines", [[], [" ", "\n"], ["a" * 2_000_001], map(str, range(200_001))])
def test_an_empty_list_and_one_without_end_are_refused(admin, lines):
    with pytest.raises(versions.TermsRefused):
        versions.load_terms("too much", lines, actor=admin)
    assert not SpamTermList.objects.exists()


def test_vouching_is_logged_and_asks_for_a_refit(admin):
    change = versions.vouch(admin.pk, date(2026, 3, 4), actor=admin)
    assert change.detail == {"moderator": admin.pk, "on": "2026-03-04"}
    assert SpamFilter.current().labels_changed == 1


def test_a_refusal_is_logged_with_its_figures():
    version = make_version(was_refused=True, figures={"objections": ["auc_falls"]})
    change = versions.refuse(version)
    assert (change.kind, change.model, change.detail) == (
        ChangeKind.REFUSED, version, {"objections": ["auc_falls"]},
    )  # fmt: skip


def test_a_version_at_work_is_not_put_to_work_again(admin):
    first, second = activated(1, 2)
    assert versions.activate(second.pk, actor=admin) is None
    assert SpamFilterChange.objects.count() == 2
    versions.roll_back(actor=admin)
    assert serving_number() == first.pk


def test_rolling_back_passes_a_version_that_was_logged_twice(admin):
    first, second = activated(1, 2)
    again = {"kind": ChangeKind.ACTIVATED, "model": second}
    SpamFilterChange.objects.create(**again)
    versions.roll_back(actor=admin)
    assert serving_number() == first.pk


def test_rolling_back_pauses_learning_and_the_log_has_both(admin):
    activated(1)
    versions.roll_back(actor=admin)
    assert SpamFilter.current().is_learning_paused
    log = SpamFilterChange.objects.filter(actor=admin).order_by("pk")
    kinds = list(log.values_list("kind", flat=True))
    assert kinds == [ChangeKind.ROLLED_BACK, ChangeKind.PAUSED]
