"""What an event at the desk holds in codes and numbers, in words for the screen of the log."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import BlockKind, DeskAct, IrreversibleKind
from comments.models.report import ReportReason
from comments.moderation_queue.tabs import TABS
from comments.states import Action, Reason
from comments.transparency.authorities import OUTCOMES, WANTED

Words = Mapping[str, str | Promise]

NAMES: Words = {
    "action": gettext_lazy("decision"),
    "answer": gettext_lazy("answer"),
    "appeal": gettext_lazy("appeal"),
    "back": gettext_lazy("because of event"),
    "comment": gettext_lazy("because of comment"),
    "comments": gettext_lazy("comments"),
    "country": gettext_lazy("country"),
    "days": gettext_lazy("days"),
    "deleted": gettext_lazy("deleted"),
    "event": gettext_lazy("event"),
    "hours": gettext_lazy("hours"),
    "items": gettext_lazy("comments or authors"),
    "kind": gettext_lazy("kind"),
    "left": gettext_lazy("left as they were"),
    "outcome": gettext_lazy("outcome"),
    "page": gettext_lazy("page"),
    "reason": gettext_lazy("reason"),
    "rule": gettext_lazy("rule"),
    "tab": gettext_lazy("list"),
    "user": gettext_lazy("account"),
    "version": gettext_lazy("version"),
    "wanted": gettext_lazy("what was asked for"),
}
# What is said where it is so, and where it is not.
FLAGS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "by_same_person": (gettext_lazy("by the same person"), gettext_lazy("by another person")),
    "is_given": (gettext_lazy("given"), gettext_lazy("taken away")),
    "is_on": (gettext_lazy("switched on"), gettext_lazy("switched off")),
    "is_proven": (
        gettext_lazy("sent from our own page"),
        gettext_lazy("it is not proven from where it was sent"),
    ),
    "late": (gettext_lazy("late"), gettext_lazy("in time")),
    "was_told": (gettext_lazy("the author was told"), gettext_lazy("the author was not told")),
}
_IRREVERSIBLE = (DeskAct.ASK, DeskAct.CALL_OFF, DeskAct.CONFIRM, DeskAct.CARRY_OUT)


def in_words(act: str, data: Mapping[str, object]) -> str:
    """What the event of such an act holds, as clauses; what is not known stays as it is."""
    return "; ".join(_clauses(act, data))


def _clauses(act: str, data: Mapping[str, object]) -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, bool) and name in FLAGS:
            yield str(FLAGS[name][0 if value else 1])
        elif value != "":
            said = _values(act, name).get(str(value), str(value))
            yield _("%(name)s: %(value)s") % {"name": NAMES.get(name, name), "value": said}


def _values(act: str, name: str) -> Words:
    """What the codes under a name mean."""
    if name == "reason":
        return dict(ReportReason.choices if act == DeskAct.REPORT else Reason.choices)
    if name == "kind":
        return dict(IrreversibleKind.choices if act in _IRREVERSIBLE else BlockKind.choices)
    codes: Mapping[str, Iterable[tuple[str, str | Promise]]] = {
        "action": Action.choices,
        "tab": TABS,
        "outcome": OUTCOMES,
        "wanted": WANTED,
    }
    return dict(codes.get(name, ()))
