"""The shadow gate: whether a new version may take the place of the one that serves. Pure.

Both are measured on the same labels, by scores of models that have not seen them, and on honest
texts that are shipped, for labels may all be of one kind.
"""

from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from comments.spam.model import Thresholds

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LABELS_LOOKED_AT = 500
MOST_AUC_LOST = 0.005
MOST_HELD_GAINED = 0.02
MOST_EXAMPLES_GAINED = 0.05


@dataclass(frozen=True)
class Looked:
    """Labels that both versions are measured on, what each counts, and the lines in force."""

    is_spam: Mask
    weight: Floats
    thresholds: Thresholds


@dataclass(frozen=True)
class Figures:
    """How good scores are on those labels; `auc` is None unless there is spam and honest text.

    The shares are of what the labels count; `binned` is a number of approved comments.
    """

    auc: float | None
    held_honest: float
    caught_spam: float
    binned: int


@dataclass(frozen=True)
class Verdict:
    """Both figures, and why the new version is refused; it is accepted when nothing speaks."""

    before: Figures
    after: Figures
    objections: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """For the database, for the log and for the report card."""
        return asdict(self) | {"objections": list(self.objections)}


def compare(looked: Looked, *, before: Floats, after: Floats, binned_itself: int) -> Verdict:
    """Judge a new version by its scores beside those of the one that serves.

    `binned_itself` is how many approved comments the new version would bin by the text alone.
    """
    old, new = measure(looked, before), measure(looked, after)
    newly = ~looked.is_spam & (after >= looked.thresholds.bin_at)
    newly &= before < looked.thresholds.bin_at
    objections = {
        "bins_approved": bool(binned_itself or newly.any()),
        "holds_more": new.held_honest > old.held_honest + MOST_HELD_GAINED,
        "auc_falls": (new.auc or 0) < (old.auc or 0) - MOST_AUC_LOST,
    }
    return Verdict(old, new, tuple(name for name, speaks in objections.items() if speaks))


def object_by_examples(
    lines: Thresholds, *, shipped: Floats, before: Floats, after: Floats
) -> tuple[str, ...]:
    """What honest examples have against a new version, by its scores of them.

    `shipped` are the seed's scores, `before` those of the version that serves: where the seed bins
    an example the lines were moved, which is no fault of the new version.
    """
    newly = (after >= lines.bin_at) & (shipped < lines.bin_at)
    gained = (after >= lines.hold_at).mean() - (before >= lines.hold_at).mean()
    objections = {"bins_examples": newly.any(), "holds_examples": gained > MOST_EXAMPLES_GAINED}
    return tuple(name for name, speaks in objections.items() if speaks)


def measure(looked: Looked, score: Floats) -> Figures:
    """The figures of one version's scores."""
    spam, honest = looked.is_spam, ~looked.is_spam
    held = score >= looked.thresholds.hold_at
    return Figures(
        auc=_auc(looked, score),
        held_honest=_share(held[honest], looked.weight[honest]),
        caught_spam=_share(held[spam], looked.weight[spam]),
        binned=int((honest & (score >= looked.thresholds.bin_at)).sum()),
    )


def _share(mask: Mask, weight: Floats) -> float:
    return round(float(mask @ weight / weight.sum()), 4) if weight.sum() else 0.0


def _auc(looked: Looked, score: Floats) -> float | None:
    """How often spam scores above an honest comment, each pair by what its labels count."""
    spam, honest = looked.is_spam, ~looked.is_spam
    above = score[spam][:, None] - score[honest][None, :]
    weight = np.outer(looked.weight[spam], looked.weight[honest])
    if not weight.sum():
        return None
    return round(float(((above > 0) + (above == 0) / 2).ravel() @ weight.ravel() / weight.sum()), 4)
