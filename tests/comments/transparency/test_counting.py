from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from comments.models import DeskAct
from comments.states import Action, Reason
from comments.transparency.counting import HAPPENED, count
from comments.transparency.measures import MEASURES
from tests.comments.transparency.happening import happening, posted

JANUARY = date(2026, 1, 1)


def counted(*log, zone=UTC):
    return count(log, zone=zone)


def january(*log):
    return counted(*log)[JANUARY]


def kinds(figures, measure, classification):
    return dict(figures.tally(measure, classification))


@pytest.mark.parametrize(
    ("status", "outcome"), [("published", "published"), ("pending", "held"), ("spam", "spam")]
)
def test_what_readers_send_counts_by_what_became_of_it_at_once(status, outcome):
    assert kinds(january(posted(status)), "posted", "outcome") == {outcome: 1}


def test_the_newsrooms_own_answers_are_counted_apart():
    figures = january(posted("published", is_by_person=True))
    assert figures.totals == {"answers": 1}


def test_imported_comments_count_as_imported_and_nothing_else():
    assert january(happening(Action.IMPORT, before="", after="published")).totals == {"imported": 1}


@pytest.mark.parametrize(
    ("row", "measure", "by", "kind"),
    [
        (happening(Action.APPROVE), "approved", "by", "person"),
        (happening(Action.PROVE, before="pending"), "approved", "by", "known"),
        (happening(Action.HOLD), "held", "by", "person"),
        (happening(Action.HOLD, reason=Reason.CHECKS), "held", "by", "reports"),
        (happening(Action.MARK_SPAM), "spam", "how", "marked"),
        (happening(Action.CONFIRM_SPAM), "spam", "how", "confirmed"),
        (happening(Action.RESTORE), "taken_back", "how", "restored"),
        (happening(Action.UNDO, undoes=-1), "taken_back", "how", "undone"),
        (happening(Action.ACCEPT_EDIT), "edits", "outcome", "accepted"),
        (happening(Action.REFUSE_EDIT), "edits", "outcome", "refused"),
        (happening(DeskAct.REPORT, detail="threat"), "reports", "reason", "threat"),
        (happening(DeskAct.UPHOLD), "appeal_outcomes", "outcome", "upheld"),
        (happening(DeskAct.REVERSE), "appeal_outcomes", "outcome", "reversed"),
        (happening(DeskAct.VARY), "appeal_outcomes", "by", "another"),
        (happening(DeskAct.VARY, other="same"), "appeal_outcomes", "by", "same"),
        (happening(DeskAct.BAN), "bans", "what", "banned"),
        (happening(DeskAct.LIFT), "bans", "what", "lifted"),
        (happening(DeskAct.AUTHORITY, detail="data"), "authority", "wanted", "data"),
        (happening(DeskAct.AUTHORITY, other="partly"), "authority", "outcome", "partly"),
    ],
)
def test_an_event_counts_in_one_measure_by_its_kind(row, measure, by, kind):
    figures = january(row)
    assert figures.totals == {measure: 1}
    assert kinds(figures, measure, by) == {kind: 1}


@pytest.mark.parametrize(
    ("what", "measure"),
    [
        (Action.TRASH, "trashed"),
        (Action.REDACT, "redacted"),
        (Action.WITHDRAW, "withdrawn"),
        (Action.KEEP, "kept"),
        (DeskAct.APPEAL, "appeals"),
    ],
)
def test_some_measures_have_no_kinds(what, measure):
    figures = january(happening(what))
    assert (figures.totals, figures.kinds) == ({measure: 1}, {})


def test_what_is_not_counted_changes_nothing():
    assert january(happening(Action.EDIT), happening(Action.PROVE), happening("rule")).totals == {}


def test_every_kind_that_is_counted_is_one_that_the_report_knows():
    known = {measure.code: measure for measure in MEASURES}
    log = [posted(status) for status in ("published", "pending", "spam")]
    log += [happening(what, detail="other", other="same") for what in HAPPENED]
    for measure, tallies in january(*log).kinds.items():
        of_measure = {each.code: each.kinds for each in known[measure].classifications}
        assert set(tallies) == set(of_measure)
        for code, numbers in tallies.items():
            assert code == "rule" or set(numbers) <= {*of_measure[code], "other", "same"}


def test_a_removal_counts_by_the_code_of_its_rule_or_by_its_reason_alone():
    rows = (
        happening(Action.REMOVE, reason="abuse", detail="no-threats"),
        happening(Action.REMOVE, reason="illegal", comment=2),
    )
    assert kinds(january(*rows), "removed", "rule") == {"abuse:no-threats": 1, "illegal": 1}


def test_what_had_pointed_at_a_comment_is_a_report_before_a_machine_before_nobody():
    flagged = happening(Action.REMOVE, reason="abuse", hours=1, was_flagged=True)
    reported = [
        happening(DeskAct.REPORT, detail="spam", comment=2),
        happening(Action.REMOVE, reason="abuse", hours=1, was_flagged=True, comment=2),
    ]
    alone = happening(Action.REMOVE, reason="abuse", comment=3)
    figures = january(flagged, *reported, alone)
    assert kinds(figures, "removed", "source") == {"machine": 1, "report": 1, "moderator": 1}


def test_letting_in_what_the_filter_binned_alone_is_a_decision_reversed():
    let_in = [posted("spam"), happening(Action.APPROVE, before="spam", hours=1)]
    held = [posted("spam", comment=2), happening(Action.HOLD, before="spam", hours=1, comment=2)]
    figures = january(*let_in, *held)
    assert kinds(figures, "overruled", "outcome") == {"approved": 1, "held": 1}
    assert "approved" not in figures.totals


def test_letting_in_what_a_person_had_called_spam_is_none():
    log = [
        posted("spam"),
        happening(Action.CONFIRM_SPAM, hours=1),
        happening(Action.APPROVE, before="spam", hours=2),
    ]
    assert "overruled" not in january(*log).totals


def test_a_slip_taken_back_within_the_undo_window_never_happened():
    slip = happening(Action.REMOVE, reason="abuse", hours=1)
    undo = happening(Action.UNDO, hours=1.4, undoes=slip.number)
    assert january(posted("published"), slip, undo).totals == {"posted": 1}


def test_taken_back_later_both_count():
    removal = happening(Action.REMOVE, reason="abuse", hours=1)
    undo = happening(Action.UNDO, hours=2, undoes=removal.number)
    assert january(removal, undo).totals == {"removed": 1, "taken_back": 1}


def test_an_undo_that_was_itself_a_slip_leaves_the_decision_standing():
    removal = happening(Action.REMOVE, reason="abuse", hours=1)
    undo = happening(Action.UNDO, hours=1.1, undoes=removal.number)
    again = happening(Action.UNDO, hours=1.2, undoes=undo.number)
    assert january(removal, undo, again).totals == {"removed": 1}


def reversal(*, hours, undone=None, **fields):
    """Somebody brings a comment back, which grants its appeal; and takes that back, or not."""
    back = happening(Action.RESTORE, hours=hours, **fields)
    granted = happening(DeskAct.REVERSE, hours=hours, back=back.number, **fields)
    undo = [happening(Action.UNDO, hours=undone, undoes=back.number)] if undone else []
    return [back, granted, *undo]


@pytest.mark.parametrize("undone", [1.2, 48])
def test_a_reversal_that_was_taken_back_answered_no_appeal(undone):
    asked = happening(DeskAct.APPEAL)
    figures = january(asked, *reversal(hours=1, undone=undone))
    assert "appeal_outcomes" not in figures.totals
    assert (figures.totals["appeals"], "appeal" in figures.times) == (1, False)


def test_the_answer_that_stands_counts_with_its_time_from_the_appeal():
    asked = happening(DeskAct.APPEAL)
    upheld = happening(DeskAct.UPHOLD, hours=80)
    figures = january(asked, *reversal(hours=1, undone=48), upheld)
    assert kinds(figures, "appeal_outcomes", "outcome") == {"upheld": 1}
    assert sum(figures.times["appeal"].values()) == 1


def test_a_reversal_that_stands_counts():
    other = happening(Action.UNDO, hours=2, undoes=-1)
    assert january(*reversal(hours=1), other).totals["appeal_outcomes"] == 1


def test_a_month_that_is_settled_keeps_the_reversal_that_is_taken_back_later():
    """It began on January 10 at noon: 540 hours later the first day of February is over."""
    open_still = counted(*reversal(hours=1, undone=539.9))
    settled = counted(*reversal(hours=1, undone=540))
    assert "appeal_outcomes" not in open_still[JANUARY].totals
    assert settled[JANUARY].totals["appeal_outcomes"] == 1


def test_the_time_to_a_decision_is_that_of_held_comments_to_the_first_person():
    waited = [posted(), happening(Action.APPROVE, hours=3), happening(Action.TRASH, hours=9)]
    at_once = [posted("published", comment=2), happening(Action.TRASH, hours=5, comment=2)]
    assert january(*waited, *at_once).times == {"decision": Counter({10_000: 1})}


def test_who_proves_to_be_known_waits_for_nobody():
    proven = happening(Action.PROVE, before="pending", hours=1)
    assert january(posted(), proven, happening(Action.TRASH, hours=2)).times == {}


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        (happening(Action.REMOVE, reason="abuse", hours=2), "taken_down"),
        (happening(Action.MARK_SPAM, hours=2), "taken_down"),
        (happening(Action.KEEP, hours=2), "stays"),
        (happening(Action.APPROVE, hours=2), "stays"),
    ],
)
def test_a_decision_answers_all_reports_that_wait(decision, outcome):
    reports = [happening(DeskAct.REPORT, detail="spam", hours=each) for each in (0, 1)]
    figures = january(*reports, decision, happening(Action.TRASH, hours=9))
    assert kinds(figures, "report_outcomes", "outcome") == {outcome: 2}
    assert figures.times["report"] == {7_200: 1, 3_600: 1}


@pytest.mark.parametrize("what", [Action.HOLD, Action.UNDO, Action.SUBMIT])
def test_what_decides_nothing_answers_no_report(what):
    report = happening(DeskAct.REPORT, detail="spam")
    row = happening(what, hours=1, after="pending")
    assert "report_outcomes" not in january(report, row).totals


def test_an_appeal_takes_until_it_is_decided():
    log = [happening(DeskAct.APPEAL), happening(DeskAct.UPHOLD, hours=1)]
    assert january(*log).times == {"appeal": Counter({3_600: 1})}


def test_an_event_counts_in_the_month_of_the_newsroom():
    at = datetime(2026, 2, 1, 3, 0, tzinfo=UTC)
    log = [happening(Action.TRASH, at=at)]
    assert set(counted(*log)) == {date(2026, 2, 1)}
    assert set(counted(*log, zone=ZoneInfo("America/New_York"))) == {JANUARY}


def test_the_order_of_histories_makes_no_difference():
    one = [posted(), happening(Action.APPROVE, hours=1)]
    other = [posted("published", comment=2), happening(Action.TRASH, hours=2, comment=2)]
    assert counted(*one, *other) == counted(*other, *one)


def test_the_log_is_read_once_and_one_history_at_a_time():
    read = []

    def log():
        for comment in range(1_000):
            read.append(comment)
            yield posted(comment=comment)

    figures = count(log(), zone=UTC)[JANUARY]
    assert (figures.totals["posted"], len(read)) == (1_000, 1_000)
