"""The versions as the screen shows them: who put them to work when, and what the gate measured."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments import serving
from comments.models import SpamFilterChange, SpamModel
from comments.spam_report.wording import happened, who

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

OBJECTIONS: Mapping[str, Promise] = {
    "bins_approved": _("it would have binned a comment that one of you approved"),
    "holds_more": _("it would have asked a person about more honest comments"),
    "bins_examples": _("it would have binned an honest example that is shipped with the filter"),
    "holds_examples": _("it would have asked a person about more of the honest examples"),
    "auc_falls": _("it tells spam from honest comments less well"),
}
DECIMALS_OF_AUC = 3
NOTHING = "\N{EN DASH}"


class HasWeights(TypedDict):
    """What the screen's query adds to a version."""

    has_weights: bool


@dataclass(frozen=True)
class Figure:
    """One figure of the gate, for the version that served and for this one."""

    label: str | Promise
    before: str
    after: str


@dataclass(frozen=True)
class VersionRow:
    """A version; `log` says what happened to it, when, and by whom."""

    version: SpamModel
    is_serving: bool
    may_serve: bool
    figures: tuple[Figure, ...]
    objections: tuple[str | Promise, ...]
    log: tuple[tuple[SpamFilterChange, str, str], ...]

    @property
    def labels(self) -> int:
        """How many decisions it was learned from."""
        return self.version.spam_labels + self.version.honest_labels

    @property
    def is_of_few(self) -> bool:
        """Whether its figures were measured on too few decisions to mean much."""
        return self.labels < serving.LABELS_FOR_FIGURES


def rows_of(
    versions: "Iterable[WithAnnotations[SpamModel, HasWeights]]", *, serving_id: int | None
) -> list[VersionRow]:
    """A row for each version, in one more query."""
    shown = list(versions)
    log = SpamFilterChange.objects.filter(model__in=shown).select_related("actor").order_by("pk")
    changes = list(log)
    return [
        VersionRow(
            version=each,
            is_serving=each.pk == serving_id,
            may_serve=each.has_weights and not each.was_refused and each.pk != serving_id,
            figures=tuple(figures_of(each.figures)),
            objections=tuple(_objections(each.figures)),
            log=tuple(_log_of(each, changes)),
        )
        for each in shown
    ]


def figures_of(measured: Mapping[str, Any]) -> Iterable[Figure]:  # Any: JSON
    """What the gate measured (learning/gate.py), in words; nothing when it measured nothing."""
    before, after = measured.get("before"), measured.get("after")
    if not before or not after:
        return
    for name, (label, written) in _FIGURES.items():
        yield Figure(label, written(before.get(name)), written(after.get(name)))


def _objections(measured: Mapping[str, Any]) -> Iterable[str | Promise]:  # Any: as above
    return (OBJECTIONS.get(name, name) for name in measured.get("objections", ()))


def _log_of(
    version: SpamModel, changes: Sequence[SpamFilterChange]
) -> Iterable[tuple[SpamFilterChange, str, str]]:
    return ((each, happened(each), who(each)) for each in changes if each.model_id == version.pk)


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{number_format(100 * value, 0)} %"


def _count(value: float | None) -> str:
    return NOTHING if value is None else number_format(value, 0)


def _auc(value: float | None) -> str:
    return NOTHING if value is None else number_format(value, DECIMALS_OF_AUC)


_FIGURES = {
    "caught_spam": (_("spam that it asks about or bins"), _share),
    "held_honest": (_("honest comments that it asks about"), _share),
    "binned": (_("honest comments that it could bin"), _count),
    "auc": (_("how often spam scores above honest comments (AUC, at most 1)"), _auc),
}
