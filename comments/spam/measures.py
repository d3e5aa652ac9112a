"""How good scores are, measured on texts of which people said what they are."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def auc(is_spam: Mask, score: Floats) -> float:
    """How often spam scores above an honest comment, ties counting half; nan without both."""
    spam, honest = score[is_spam], np.sort(score[~is_spam])
    if not len(spam) or not len(honest):
        return float("nan")
    below = np.searchsorted(honest, spam, "left") + np.searchsorted(honest, spam, "right")
    return float(below.sum() / (2 * len(spam) * len(honest)))


def average_precision(is_spam: Mask, score: Floats) -> float:
    """The area under precision over recall, as the mean of precision at each recall (PR AUC)."""
    if not is_spam.any():
        return float("nan")
    order = np.argsort(-score, kind="stable")
    ordered, hits = score[order], np.cumsum(is_spam[order])
    last = np.append(ordered[1:] != ordered[:-1], [True])  # of those with the same score
    found, seen = hits[last], np.flatnonzero(last) + 1
    return float(np.sum(np.diff(found, prepend=0) * found / seen) / is_spam.sum())


def matthews(is_spam: Mask, is_marked: Mask) -> float:
    """Matthews' correlation of what is spam and what was marked, -1 to 1; 0 when one is all."""
    if min(is_spam.sum(), is_marked.sum(), (~is_spam).sum(), (~is_marked).sum()) == 0:
        return 0.0
    return float(np.corrcoef(is_spam, is_marked)[0, 1])


def share(mask: Mask) -> float:
    """The share of a mask that is true; nan of nothing."""
    return float(mask.mean()) if len(mask) else float("nan")


def caught_at(is_spam: Mask, score: Floats, *, blocked: float) -> float:
    """The share of spam above the line that at most the share `blocked` of the honest passes."""
    honest = np.sort(score[~is_spam])[::-1]
    if not len(honest):
        return float("nan")
    line = honest[min(int(blocked * len(honest)), len(honest) - 1)]
    return share(score[is_spam] > line)


def best_line(is_spam: Mask, score: Floats) -> float:
    """The score at which to part spam from honest so that Matthews' correlation is best."""
    candidates = np.unique(np.round(score, 2))
    values = [matthews(is_spam, score >= line) for line in candidates]
    return float(candidates[int(np.argmax(values))])
