import pytest

from comments.learning import versions
from comments.models import ChangeKind, SpamFilterChange
from comments.spam import Thresholds
from comments.spam_report.wording import happened, in_words, shown, who
from tests.comments.factories import make_user
from tests.comments.learning.making import make_version

pytestmark = pytest.mark.usefixtures("tiny_seed", "db")

MINUS = "\N{MINUS SIGN}"


def test_thresholds_are_said_in_words():
    said = in_words(Thresholds(-2.0, 5.4))
    assert said == f"Ask a person from {MINUS}2.0; bin from 5.4, and only with a second sign."


def test_a_score_has_one_decimal():
    assert (shown(-1.24), shown(3.0)) == (f"{MINUS}1.2", "3.0")


def test_what_happened_to_versions_is_a_sentence():
    version = make_version()
    name = f"version {version.pk}"
    assert happened(versions.activate(version.pk, actor=None)) == f"Put to work: {name}"
    assert happened(versions.refuse(version)) == f"Learned, and refused: {name}"
    assert happened(versions.roll_back(actor=None)) == "Put back: the filter as shipped"


def test_what_happened_otherwise_is_a_sentence(moderator):
    assert happened(versions.pause(actor=None)) == "Learning was paused"
    assert happened(versions.resume(actor=None)) == "Learning goes on"
    moved = versions.move_thresholds(-1.0, 6.0, actor=None)
    assert (
        happened(moved)
        == f"Thresholds moved to {MINUS}1.0 to ask and 6.0 to bin, from those as shipped"
    )
    loaded = versions.load_terms("mine", ["casino"], actor=None)
    assert happened(loaded) == "A list of 1 term was loaded: mine"
    assert happened(versions.drop_terms(actor=None)) == "The list of terms was taken away"
    vouched = SpamFilterChange(
        kind=ChangeKind.VOUCHED, detail={"moderator": moderator.pk, "on": "2026-03-04"}
    )
    assert "Vouched for what a moderator decided on" in happened(vouched)


def test_every_kind_of_change_has_a_sentence():
    details = {
        ChangeKind.THRESHOLDS: {"before": [None, None], "after": [0.0, 1.0]},
        ChangeKind.TERMS: {"terms": 2, "name": "mine"},
        ChangeKind.VOUCHED: {"moderator": None, "on": "2026-03-04"},
    }
    said = {
        happened(SpamFilterChange(kind=kind, detail=details.get(kind, {}))) for kind in ChangeKind
    }
    assert len(said) == len(ChangeKind)


def test_who_did_it_is_named():
    ruth = make_user("ruth", first_name="Ruth", last_name="Root")
    assert who(SpamFilterChange(kind=ChangeKind.PAUSED, actor=ruth)) == "Ruth Root"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ChangeKind.REFUSED, "the filter itself"),
        (ChangeKind.ACTIVATED, "the filter itself, or a command on the server"),
        (ChangeKind.PAUSED, "a command on the server, or somebody whose account is gone"),
    ],
)
def test_nobody_is_said_to_be_whoever_it_can_have_been(kind, name):
    assert who(SpamFilterChange(kind=kind)) == name
