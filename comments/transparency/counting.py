"""From the log to figures: a pure function of what happened, one comment's history at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from comments import conf
from comments.models import DeskAct
from comments.states import DECISIONS, FIRST_EVENTS, Action, CommentStatus, Reason
from comments.transparency.figures import Figures

TAKEN_DOWN = (CommentStatus.SPAM, CommentStatus.REMOVED, CommentStatus.TRASHED)
# Nothing of a month is still on its way then, or still to be taken back as a slip.
SETTLED_AFTER = timedelta(days=1)
LET_STAND = (Action.APPROVE, Action.RESTORE, Action.KEEP)
POSTED = {
    CommentStatus.PUBLISHED: "published",
    CommentStatus.PENDING: "held",
    CommentStatus.SPAM: "spam",
}


class Happening(NamedTuple):
    """One row of the log, of either table, as far as it is counted.

    `subject` is what the rows of one history have in common, `what` an `Action` or a `DeskAct`,
    `detail` the code of a rule, or a word of a desk event's data; `other` a second word. Numbers
    of desk events are negative here, so that no two rows of a history have the same. `back` is the
    number of the event that granted an appeal by the way.
    """

    subject: tuple[str, int]
    number: int
    at: datetime
    what: str
    before: str = ""
    after: str = ""
    reason: str = ""
    detail: str = ""
    other: str = ""
    is_by_person: bool = False
    was_flagged: bool = False
    undoes: int | None = None
    back: int | None = None


Months = defaultdict[date, Figures]


def count(log: Iterable[Happening], *, zone: tzinfo) -> Months:
    """The figures by month of a log whose histories stand together, in any order.

    It holds one history at a time, and the figures.
    """
    months: Months = defaultdict(Figures)
    for _subject, history in groupby(log, key=lambda each: each.subject):
        standing = _without_reopened(history, zone)
        _History(months, zone).follow(list(_without_slips(standing)))
    return months


def month_of(at: datetime, zone: tzinfo) -> date:
    """The first day of the month of an aware time."""
    return at.astimezone(zone).date().replace(day=1)


def settles_at(month: date, zone: tzinfo) -> datetime:
    """From when on the figures of a month cannot change any more."""
    return datetime.combine(month_after(month), time.min, tzinfo=zone) + SETTLED_AFTER


def month_after(month: date) -> date:
    """The first day of the next month."""
    return (month + timedelta(days=31)).replace(day=1)


def _without_reopened(rows: Iterable[Happening], zone: tzinfo) -> Iterator[Happening]:
    """Without the appeals that were granted by what was undone, as long as their month is open."""
    rows = list(rows)
    undone_at = {row.undoes: row.at for row in rows if row.undoes is not None}
    for row in rows:
        undone = undone_at.get(row.back) if row.back else None
        if undone is None or undone >= settles_at(month_of(row.at, zone), zone):
            yield row


def _without_slips(history: Iterable[Happening]) -> Iterator[Happening]:
    """What somebody took back before anybody was told of it never happened."""
    rows = sorted(history, key=lambda each: (each.at, each.number))
    undone: dict[int, datetime] = {}
    kept: list[Happening] = []
    for row in reversed(rows):
        if row.number in undone and undone[row.number] - row.at < conf.UNDO_WINDOW:
            undone.pop(row.number)
            kept.remove(next(each for each in kept if each.undoes == row.number))
            continue
        if row.undoes is not None:
            undone[row.undoes] = row.at
        kept.append(row)
    return reversed(kept)


class _History:
    """What is known of one comment while its log is read."""

    def __init__(self, months: Months, zone: tzinfo) -> None:
        self.months = months
        self.zone = zone
        self.waits_since: datetime | None = None
        self.is_binned_by_machine = False
        self.reported_at: list[datetime] = []
        self.appealed_at: datetime | None = None

    def follow(self, rows: Iterable[Happening]) -> None:
        for row in rows:
            figures = self.months[month_of(row.at, self.zone)]
            if happened := HAPPENED.get(row.what):
                happened(self, row, figures)
            self._decided(row, figures)
            self._settle_reports(row, figures)

    def posted(self, row: Happening, figures: Figures) -> None:
        if row.is_by_person:
            return figures.count("answers")
        if outcome := POSTED.get(CommentStatus(row.after)):
            figures.count("posted", outcome=outcome)
        self.waits_since = row.at if row.after == CommentStatus.PENDING else None
        self.is_binned_by_machine = row.after == CommentStatus.SPAM
        return None

    def approved(self, row: Happening, figures: Figures) -> None:
        if self._overrules(row):
            figures.count("overruled", outcome="approved")
        else:
            figures.count("approved", by="person")

    def proven(self, row: Happening, figures: Figures) -> None:
        if row.after != row.before:
            figures.count("approved", by="known")
            self.waits_since = None

    def held(self, row: Happening, figures: Figures) -> None:
        if self._overrules(row):
            figures.count("overruled", outcome="held")
        else:
            figures.count("held", by="person" if _is_decision(row) else "reports")

    def removed(self, row: Happening, figures: Figures) -> None:
        rule = f"{row.reason}:{row.detail}" if row.detail else row.reason
        figures.count("removed", rule=rule, source=self._source(row))

    def marked_spam(self, row: Happening, figures: Figures) -> None:
        how = "confirmed" if row.what == Action.CONFIRM_SPAM else "marked"
        figures.count("spam", how=how, source=self._source(row))

    def reported(self, row: Happening, figures: Figures) -> None:
        figures.count("reports", reason=row.detail)
        self.reported_at.append(row.at)

    def appealed(self, row: Happening, figures: Figures) -> None:
        figures.count("appeals")
        self.appealed_at = row.at

    def appeal_decided(self, row: Happening, figures: Figures) -> None:
        by = "same" if row.other else "another"
        figures.count("appeal_outcomes", outcome=APPEAL_OUTCOMES[row.what], by=by)
        if self.appealed_at:
            figures.took("appeal", (row.at - self.appealed_at).total_seconds())
            self.appealed_at = None

    def _overrules(self, row: Happening) -> bool:
        """Whether a person decided otherwise than the filter had, which had binned it alone."""
        return self.is_binned_by_machine and row.before == CommentStatus.SPAM

    def _source(self, row: Happening) -> str:
        """What had pointed at the comment."""
        if self.reported_at:
            return "report"
        return "machine" if row.was_flagged else "moderator"

    def _decided(self, row: Happening, figures: Figures) -> None:
        if not _is_decision(row):
            return
        self.is_binned_by_machine = False
        if self.waits_since:
            figures.took("decision", (row.at - self.waits_since).total_seconds())
            self.waits_since = None

    def _settle_reports(self, row: Happening, figures: Figures) -> None:
        """As `report_outcomes` does: every decision answers the reports that wait."""
        if outcome := _answers(row):
            for reported_at in self.reported_at:
                figures.count("report_outcomes", outcome=outcome)
                figures.took("report", (row.at - reported_at).total_seconds())
            self.reported_at = []


def _is_decision(row: Happening) -> bool:
    """Whether a person decided; readers' reports hold, too, with a reason."""
    is_by_reports = row.what == Action.HOLD and row.reason == Reason.CHECKS
    return row.what in DECISIONS and not is_by_reports


def _answers(row: Happening) -> str:
    if row.what in FIRST_EVENTS or row.what == Action.UNDO:
        return ""
    if row.after in TAKEN_DOWN:
        return "taken_down"
    return "stays" if row.what in LET_STAND and row.after == CommentStatus.PUBLISHED else ""


def _plain(measure: str, **kinds: str) -> Callable[[_History, Happening, Figures], None]:
    return lambda _history, _row, figures: figures.count(measure, **kinds)


def _authority(_history: _History, row: Happening, figures: Figures) -> None:
    figures.count("authority", wanted=row.detail, outcome=row.other)


APPEAL_OUTCOMES: dict[str, str] = {
    DeskAct.UPHOLD: "upheld",
    DeskAct.REVERSE: "reversed",
    DeskAct.VARY: "varied",
}
HAPPENED: dict[str, Callable[[_History, Happening, Figures], None]] = {
    Action.SUBMIT: _History.posted,
    Action.IMPORT: _plain("imported"),
    Action.APPROVE: _History.approved,
    Action.PROVE: _History.proven,
    Action.HOLD: _History.held,
    Action.REMOVE: _History.removed,
    Action.MARK_SPAM: _History.marked_spam,
    Action.CONFIRM_SPAM: _History.marked_spam,
    Action.TRASH: _plain("trashed"),
    Action.KEEP: _plain("kept"),
    Action.RESTORE: _plain("taken_back", how="restored"),
    Action.UNDO: _plain("taken_back", how="undone"),
    Action.REDACT: _plain("redacted"),
    Action.WITHDRAW: _plain("withdrawn"),
    Action.ACCEPT_EDIT: _plain("edits", outcome="accepted"),
    Action.REFUSE_EDIT: _plain("edits", outcome="refused"),
    DeskAct.REPORT: _History.reported,
    DeskAct.APPEAL: _History.appealed,
    DeskAct.UPHOLD: _History.appeal_decided,
    DeskAct.REVERSE: _History.appeal_decided,
    DeskAct.VARY: _History.appeal_decided,
    DeskAct.BAN: _plain("bans", what="banned"),
    DeskAct.LIFT: _plain("bans", what="lifted"),
    DeskAct.AUTHORITY: _authority,
}
