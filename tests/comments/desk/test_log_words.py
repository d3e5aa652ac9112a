import ast

import pytest
from django.conf import settings

from comments.desk.log_words import FLAGS, NAMES, in_words
from comments.models import DeskAct


@pytest.mark.parametrize(
    ("act", "data", "said"),
    [
        (
            DeskAct.REPORT,
            {"reason": "threat", "is_proven": True},
            "reason: It threatens or abuses somebody; sent from our own page",
        ),
        (
            DeskAct.VARY,
            {"appeal": 3, "action": "remove", "reason": "abuse", "by_same_person": False},
            "appeal: 3; decision: Remove; reason: Abuse or threat; by another person",
        ),
        (DeskAct.BAN, {"kind": "name", "days": 7}, "kind: Name; days: 7"),
        (DeskAct.ASK, {"kind": "purge"}, "kind: Delete comments for ever"),
        (DeskAct.RAID, {"is_on": True, "hours": 6}, "switched on; hours: 6"),
        (DeskAct.EXPORT_LIST, {"tab": "confirmed_spam"}, "list: Confirmed spam"),
        (DeskAct.SECTION, {"is_given": False, "user": 3}, "taken away; account: 3"),
        (DeskAct.APPEAL, {"reason": ""}, ""),
        (DeskAct.RULE, {"moon": "full", "is_odd": True}, "moon: full; is_odd: True"),
        (DeskAct.REPORT, {"reason": "moon"}, "reason: moon"),
    ],
)
def test_codes_are_said_in_words_and_what_is_not_known_as_it_is(act, data, said):
    assert in_words(act, data) == said


def recorded(source):
    """The names under which a module puts something into events."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        keyword.arg
        for call in calls
        if ast.unparse(call.func) == "desk_log.record"
        for keyword in call.keywords
    } - {"actor", "subject", None}


def test_every_name_that_is_recorded_has_words():
    sources = (path.read_text() for path in (settings.BASE_DIR / "comments").rglob("*.py"))
    found = set().union(*map(recorded, sources))
    assert len(found) > 10
    assert found <= NAMES.keys() | FLAGS.keys()
