import sys

import pytest
from django.core.management import CommandError, call_command

from comments import serving
from comments.learning import refit, versions
from comments.models import ChangeKind, SpamFilter, SpamFilterChange
from comments.spam import Thresholds
from tests.comments.learning.making import make_version, tiny_seed
from tests.comments.learning.texts import SPAM
from tests.comments.spam_report.past import make_decided

__all__ = ["tiny_seed"]

pytestmark = pytest.mark.usefixtures("tiny_seed", "db")


@pytest.fixture
def run(capsys):
    def call(*arguments):
        call_command("spam_filter", *arguments)
        return capsys.readouterr().out

    return call


def served():
    return serving.current().model.version


def test_status_says_what_is_in_force_and_how_it_did(post, run):
    make_decided(post, is_spam=True, verdict="hold")
    versions.load_terms("mine", ["casino"], actor=None)
    assert run("status").splitlines() == [
        "at work: the filter as shipped",
        "thresholds: hold at -2.0, bin at 6.5 with a second sign",
        "learning: goes on",
        "bins nothing yet: 1 decisions",
        "terms: 1",
        "the last 1 decisions:",
        "  spam    let pass 0, asked 1, binned 0",
        "  honest  let pass 0, asked 0, binned 0",
    ]


def test_status_of_a_newsroom_that_has_learned(run, monkeypatch):
    monkeypatch.setattr(serving, "LABELS_TO_BIN", 0)
    monkeypatch.setattr(serving, "LABELS_OF_EACH_KIND", 0)
    versions.pause(actor=None)
    assert "bins nothing yet" not in run("status")
    assert "learning: paused" in run("status")


def test_versions_are_listed_the_newest_first(run):
    first = make_version(spam_labels=3, honest_labels=4)
    second = make_version(was_refused=True)
    versions.activate(first.pk, actor=None)
    lines = run("versions").splitlines()
    assert lines[0].startswith(f"{second.pk} ")
    assert lines[0].endswith("refused")
    assert lines[1].endswith("3 spam, 4 honest  at work")


def test_a_version_is_put_to_work_and_taken_back(run):
    version = make_version()
    assert run("activate", str(version.pk)) == f"At work: version {version.pk}\n"
    assert served() == version.pk
    assert run("activate", str(version.pk)) == f"At work: version {version.pk}\n"
    said = run("rollback").splitlines()
    assert said[0] == "At work: the filter as shipped"
    assert said[1].startswith("Learning is paused now")
    assert served() == 0


@pytest.mark.parametrize("arguments", [["activate", "99"], ["rollback"]])
def test_what_cannot_be_done_is_said(run, arguments):
    with pytest.raises(CommandError, match="Nothing was changed"):
        run(*arguments)


def test_learning_is_paused_and_goes_on(run):
    run("pause")
    assert SpamFilter.current().is_learning_paused
    run("resume")
    assert not SpamFilter.current().is_learning_paused


def test_thresholds_are_only_tried_unless_applied(post, run):
    make_decided(post, SPAM, is_spam=True)
    tried = ["thresholds", "--hold", "15", "--bin", "20"]
    said = run(*tried)
    assert "now, of 1 decided comments:\n  spam    let pass 0, asked 1" in said
    assert "then:\n  spam    let pass 1, asked 0" in said
    assert "nothing was changed" in said
    assert served_thresholds() == Thresholds(-2.0, 6.5)
    assert run(*tried, "--apply").endswith("Moved.\n")
    assert served_thresholds() == Thresholds(15.0, 20.0)
    run("thresholds", "--apply")
    assert served_thresholds() == Thresholds(-2.0, 6.5)


def served_thresholds():
    return serving.current().model.thresholds


@pytest.mark.parametrize(
    "numbers", [["--hold", "1"], ["--bin", "1"], ["--hold", "2", "--bin", "1"]]
)
def test_thresholds_that_make_no_sense_are_refused(run, numbers):
    with pytest.raises(CommandError, match="Nothing was changed"):
        run("thresholds", *numbers, "--apply")
    assert not SpamFilterChange.objects.exists()


def test_terms_are_only_tried_unless_applied(post, run, tmp_path):
    make_decided(post, "The casino is on Main Street.")
    file = tmp_path / "mine.txt"
    file.write_text("casino\npoker\n")
    said = run("terms", str(file))
    assert "2 terms; of the last 1 comments would newly be held:" in said
    assert "honest 1, spam 0, nobody decided 0" in said
    assert "casino: 1, 0, 0" in said
    assert len(serving.current().terms) == 0
    assert run("terms", str(file), "--apply").endswith("Loaded.\n")
    assert len(serving.current().terms) == 2
    run("terms", "--drop")
    assert len(serving.current().terms) == 0


@pytest.mark.parametrize("data", [None, b"\xff\xfe", b"\n"])
def test_a_file_without_terms_is_refused(run, tmp_path, data):
    file = tmp_path / "mine.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CommandError, match="Nothing was changed"):
        run("terms", str(file), "--apply")


def test_terms_need_a_file(run):
    with pytest.raises(CommandError, match="a file is needed"):
        run("terms")


def test_it_learns_when_enough_was_decided_or_when_forced(run, monkeypatch):
    change = SpamFilterChange(kind=ChangeKind.ACTIVATED, model=make_version())
    monkeypatch.setattr(refit, "learn", lambda now: change)
    assert "Not enough was decided" in run("learn")
    assert run("learn", "--force") == f"version {change.model_id}: activated\n"
    monkeypatch.setattr(refit, "learn", lambda now: None)
    assert run("learn", "--force") == "Nothing was learned.\n"


def test_what_only_the_worker_needs_is_not_loaded(run, monkeypatch):
    monkeypatch.delitem(sys.modules, "comments.learning.refit")
    run("status")
    assert "comments.learning.refit" not in sys.modules


def test_versions_tell_what_the_gate_measured(run):
    measured = {"auc": 0.97, "held_honest": 0.02, "caught_spam": 0.9}
    make_version(figures={"before": measured | {"auc": 0.95}, "after": measured})
    line = run("versions")
    assert "auc 0.95 held 0.02 caught 0.9 -> auc 0.97 held 0.02 caught 0.9" in line


def test_the_log_tells_what_was_done(run):
    versions.pause(actor=None)
    assert "Learning was paused" in run("log")


def test_a_day_in_doubt_is_told_and_vouched_for(run):
    make_version(figures={"doubted": [{"moderator": 7, "on": "2026-03-04"}]})
    assert run("doubts") == "7  2026-03-04\n"
    assert "That day counts" in run("vouch", "7", "2026-03-04")
    assert run("doubts") == ""
    with pytest.raises(CommandError, match="NotInDoubt"):
        run("vouch", "7", "2026-03-04")
