"""Words for the codes of the public report."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from comments.models import ReportReason
from comments.states import Reason

MINUTE, HOUR, DAY = 60, 3_600, 86_400

# Of each measure its name, and what is counted.
MEASURES: Mapping[str, tuple[Promise, Promise]] = {
    "posted": (
        gettext_lazy("Comments sent"),
        gettext_lazy(
            "What readers sent, and what became of it at once: published, held for a person, or "
            "put aside as spam by the filter."
        ),
    ),
    "approved": (
        gettext_lazy("Comments published later"),
        gettext_lazy(
            "Held comments that were let in: by a person, or because their author proved to be "
            "known here."
        ),
    ),
    "overruled": (
        gettext_lazy("Decisions of the filter that a person reversed"),
        gettext_lazy("What the filter had put aside as spam, and a person published or held."),
    ),
    "removed": (
        gettext_lazy("Comments removed"),
        gettext_lazy("By a person, each by a rule. Its author is told by which one."),
    ),
    "spam": (
        gettext_lazy("Spam, as a person said"),
        gettext_lazy("Comments that a person marked as spam, or confirmed as such."),
    ),
    "trashed": (
        gettext_lazy("Comments trashed"),
        gettext_lazy("Taken away without a trace, by a person."),
    ),
    "held": (
        gettext_lazy("Comments held again"),
        gettext_lazy("Published ones that had to wait for a person once more."),
    ),
    "kept": (
        gettext_lazy("Comments looked at and kept"),
        gettext_lazy("Published ones that were reported or drawn for a check, and stay."),
    ),
    "taken_back": (
        gettext_lazy("Decisions taken back"),
        gettext_lazy(
            "Restored, or undone after half an hour; a slip undone before that counts as nothing."
        ),
    ),
    "redacted": (
        gettext_lazy("Comments with words blacked out"),
        gettext_lazy("Mostly somebody's personal data. The author sees it."),
    ),
    "withdrawn": (
        gettext_lazy("Comments taken back by their authors"),
        gettext_lazy("Their words are gone."),
    ),
    "edits": (
        gettext_lazy("Changes by authors"),
        gettext_lazy("New words that waited for a person."),
    ),
    "reports": (
        gettext_lazy("Reports by readers"),
        gettext_lazy("Anybody can report a comment, without an account."),
    ),
    "report_outcomes": (
        gettext_lazy("Reports answered"),
        gettext_lazy("Whether the comment that somebody reported stayed or was taken away."),
    ),
    "appeals": (
        gettext_lazy("Appeals"),
        gettext_lazy("Authors who asked for a second look, without an account."),
    ),
    "appeal_outcomes": (
        gettext_lazy("Appeals answered"),
        gettext_lazy(
            "Whether the decision stands, was reversed, or stands for another reason. Answered by "
            "another moderator, or by the same one where nobody else was."
        ),
    ),
    "bans": (gettext_lazy("Bans"), gettext_lazy("Always for a time, and never in secret.")),
    "authority": (
        gettext_lazy("Requests by authorities"),
        gettext_lazy("For the removal of a comment, or for what is known of its author."),
    ),
    "answers": (
        gettext_lazy("Answers by the newsroom"),
        gettext_lazy("Comments under the newsroom's own name."),
    ),
    "imported": (
        gettext_lazy("Comments imported"),
        gettext_lazy("From an earlier site. Nothing was decided on them here."),
    ),
}
CLASSIFICATIONS: Mapping[str, Promise] = {
    "outcome": gettext_lazy("By outcome"),
    "by": gettext_lazy("By whom"),
    "rule": gettext_lazy("By rule"),
    "source": gettext_lazy("By what had pointed at them"),
    "how": gettext_lazy("By kind"),
    "reason": gettext_lazy("By reason"),
    "what": gettext_lazy("By kind"),
    "wanted": gettext_lazy("By what was wanted"),
}
KINDS: Mapping[tuple[str, str], Promise] = {
    ("outcome", "published"): gettext_lazy("published at once"),
    ("outcome", "held"): gettext_lazy("held"),
    ("outcome", "spam"): gettext_lazy("put aside as spam"),
    ("outcome", "approved"): gettext_lazy("published"),
    ("outcome", "accepted"): gettext_lazy("accepted"),
    ("outcome", "refused"): pgettext_lazy("of changes or requests", "refused"),
    ("outcome", "taken_down"): gettext_lazy("the comment was taken down"),
    ("outcome", "stays"): gettext_lazy("the comment stays"),
    ("outcome", "upheld"): gettext_lazy("the decision stands"),
    ("outcome", "reversed"): gettext_lazy("the decision was reversed"),
    ("outcome", "varied"): gettext_lazy("it stands for another reason"),
    ("outcome", "complied"): gettext_lazy("complied with"),
    ("outcome", "partly"): gettext_lazy("complied with in part"),
    ("by", "person"): gettext_lazy("by a person"),
    ("by", "known"): gettext_lazy("the author proved to be known"),
    ("by", "reports"): gettext_lazy("by readers' reports"),
    ("by", "another"): gettext_lazy("by another moderator"),
    ("by", "same"): gettext_lazy("by the same moderator"),
    ("source", "report"): gettext_lazy("a reader's report"),
    ("source", "machine"): gettext_lazy("a machine"),
    ("source", "moderator"): gettext_lazy("nobody but the moderator"),
    ("how", "marked"): gettext_lazy("marked"),
    ("how", "confirmed"): gettext_lazy("confirmed"),
    ("how", "restored"): gettext_lazy("restored"),
    ("how", "undone"): gettext_lazy("undone"),
    ("what", "banned"): gettext_lazy("banned"),
    ("what", "lifted"): gettext_lazy("lifted"),
    ("wanted", "removal"): gettext_lazy("removal"),
    ("wanted", "data"): gettext_lazy("data about somebody"),
    ("wanted", "other"): gettext_lazy("something else"),
}
GROUNDS: Mapping[str, Promise] = {
    "illegal": gettext_lazy("ground: the law"),
    "terms": gettext_lazy("ground: the newsroom's rules"),
}
TIMES: Mapping[str, Promise] = {
    "decision": gettext_lazy("From sending to a person's decision, of held comments"),
    "report": gettext_lazy("From a report to its answer"),
    "appeal": gettext_lazy("From an appeal to its answer"),
}
SHARES: Mapping[str, Promise] = {
    "decided_by_machine_alone": gettext_lazy(
        "of the comments sent, published or put aside by a machine alone"
    ),
    "binned_by_machine_and_let_in": gettext_lazy(
        "of what the filter put aside as spam, let in by a person"
    ),
    "appeals_reversed": gettext_lazy("of the appeals, decided for the author"),
}


def kind_label(classification: str, kind: str) -> str:
    """What a kind is called; rules have titles of their own."""
    if classification == "reason":
        return str(ReportReason(kind).label)
    return str(KINDS.get((classification, kind), kind))


def rule_label(kind: str, ground: str, titles: Mapping[str, str]) -> str:
    """The title of a rule, or the reason where none was named, with its ground."""
    reason, _colon, code = kind.partition(":")
    title = titles.get(code) or str(Reason(reason).label)
    return _("%(title)s (%(ground)s)") % {"title": title, "ground": GROUNDS[ground]}


def months_label(first: date, last: date) -> str:
    """One month, or the first and the last of several."""
    values = {"first": date_format(first, "YEAR_MONTH_FORMAT")}
    if first == last:
        return values["first"]
    values["last"] = date_format(last, "YEAR_MONTH_FORMAT")
    return _("%(first)s to %(last)s") % values


def duration(seconds: int) -> str:
    """A length of time in the largest unit of which there are two."""
    if seconds >= 2 * DAY:
        return ngettext("%d day", "%d days", seconds // DAY) % (seconds // DAY)
    if seconds >= 2 * HOUR:
        return ngettext("%d hour", "%d hours", seconds // HOUR) % (seconds // HOUR)
    minutes = seconds // MINUTE
    return ngettext("%d minute", "%d minutes", minutes) % minutes
