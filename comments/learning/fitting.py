"""Fitting weights to examples: penalised logistic regression, on top of what is known already.

The only place that needs SciPy; web processes never import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from comments.spam.features import SIZE, Features

Floats = npt.NDArray[np.float64]

MAX_ITERATIONS = 300


@dataclass(frozen=True)
class Examples:
    """Rows of features, whether each is spam, and how much each counts."""

    rows: csr_matrix
    is_spam: npt.NDArray[np.bool_]
    weight: Floats

    def __len__(self) -> int:
        return len(self.is_spam)

    def only(self, chosen: npt.NDArray[np.bool_]) -> "Examples":
        """Those that a mask chooses."""
        return Examples(self.rows[chosen], self.is_spam[chosen], self.weight[chosen])


def examples_of(
    features: Sequence[Features], is_spam: Sequence[bool], weight: Sequence[float]
) -> Examples:
    """Examples as one sparse matrix."""
    starts = np.cumsum([0, *(len(each.index) for each in features)])
    index = np.concatenate([each.index for each in features] or [np.zeros(0, np.uint32)])
    value = np.concatenate([each.value for each in features] or [np.zeros(0, np.float32)])
    rows = csr_matrix((value.astype(np.float64), index, starts), shape=(len(features), SIZE))
    return Examples(rows, np.array(is_spam, np.bool_), np.array(weight, np.float64))


def fit(
    examples: Examples, *, strength: float, known: Floats | None = None
) -> tuple[Floats, float]:
    """The weights (one for each column) and the bias that explain the examples best.

    `strength` is C of the usual formula: how much examples count against small weights. `known`
    is the score that each example has without these weights: with it they are a correction, whose
    bias must be small too, or labels of one kind would move everything to their side.
    """
    used = np.unique(examples.rows.indices)  # the weights of all others are nothing
    rows = examples.rows[:, used]
    columns = rows.T.tocsr()
    side = np.where(examples.is_spam, 1.0, -1.0)
    cost = strength * examples.weight
    start = np.zeros(len(examples)) if known is None else known
    rein = 0.0 if known is None else 1.0

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, bias = point[:-1], point[-1]
        margin = side * (start + rows @ weights + bias)
        pull = -side * cost * np.exp(-np.logaddexp(0, margin))
        value = cost @ np.logaddexp(0, -margin) + (weights @ weights + rein * bias**2) / 2
        return value, np.append(columns @ pull + weights, pull.sum() + rein * bias)

    options = {"maxiter": MAX_ITERATIONS, "maxcor": 10, "ftol": 1e-8, "gtol": 1e-5}
    nothing = np.zeros(rows.shape[1] + 1)
    found = minimize(loss, nothing, jac=True, method="L-BFGS-B", options=options)
    weights = np.zeros(examples.rows.shape[1])
    weights[used] = found.x[:-1]
    return weights, float(found.x[-1])
