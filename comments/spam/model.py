"""The model: one logistic model over the features, the seed's weights plus this site's."""

from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from comments.spam.features import SIZE, Features


@dataclass(frozen=True)
class Thresholds:
    """From which score (a logit) a text asks for a person, and from which it may be binned."""

    hold_at: float
    bin_at: float

    def __post_init__(self) -> None:
        if not self.hold_at < self.bin_at:
            raise ValueError(f"hold at {self.hold_at} is not below bin at {self.bin_at}")


@dataclass(frozen=True)
class Weights:
    """Sparse weights: `index` sorted and below SIZE, `weight` belonging to it, and a bias."""

    index: npt.NDArray[np.uint32]
    weight: npt.NDArray[np.float32]
    bias: float

    @classmethod
    def from_dense(cls, dense: npt.NDArray[np.float64], *, bias: float, least: float) -> Self:
        """Keep what weighs at least `least` either way."""
        index = np.flatnonzero(np.abs(dense) >= least).astype(np.uint32)
        return cls(index, dense[index].astype(np.float32), bias)

    def dense(self) -> npt.NDArray[np.float32]:
        """One weight for each possible feature."""
        weights = np.zeros(SIZE, np.float32)
        weights[self.index] = self.weight
        return weights


@dataclass(frozen=True)
class Model:
    """One weight for each feature, and where the lines are.

    `weights` is dense, of SIZE. `calibration` (slope, offset) turns a score into a logit of
    how likely it is spam here. `version` is the number of the site's version, 0 the seed.
    """

    weights: npt.NDArray[np.float32] = field(repr=False)
    bias: float
    thresholds: Thresholds
    calibration: tuple[float, float] = (1.0, 0.0)
    version: int = 0

    def score(self, features: Features) -> float:
        """The logit of a text; higher is more like spam."""
        return float(self.weights[features.index] @ features.value) + self.bias

    def plus(self, delta: Weights, *, version: int, calibration: tuple[float, float]) -> Self:
        """The model with the weights that a site has learned added."""
        weights = self.weights.copy()
        weights[delta.index] += delta.weight
        bias = self.bias + delta.bias
        return replace(self, weights=weights, bias=bias, version=version, calibration=calibration)

    def likelihood(self, score: float) -> float:
        """How likely a text of this score is spam here, from 0 to 1 (Platt 1999)."""
        slope, offset = self.calibration
        return float(1 / (1 + np.exp(-np.clip(slope * score + offset, -30, 30))))
