"""How good a model is on labelled comments that it has not seen: figures for docs/spam.md."""

import csv
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comments.learning.fitting import examples_of, fit
from comments.learning.recipe import LEAST_WEIGHT, Source, features_of, strength_of, train
from comments.learning.seeding import BIN_AT, HOLD_AT
from comments.spam import measures, model_file, seed
from comments.spam.assessment import Verdict
from comments.spam.measures import Mask
from comments.spam.model import Model, Thresholds, Weights
from comments.spam.scoring import Score, score

BIN_ABOVE_HOLD = BIN_AT - HOLD_AT  # as in the seed


class UnreadableFile(Exception):
    """A file of labelled comments lacks something; the message says what."""


@dataclass(frozen=True)
class Labelled:
    """Texts and which of them are spam."""

    texts: list[str]
    is_spam: Mask


def read_labelled(path: Path) -> Labelled:
    """The rows of a CSV file with the columns `text` and `label` (1 spam, 0 honest).

    Raises `UnreadableFile`.
    """
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = [(row["text"] or "", int(row["label"])) for row in csv.DictReader(lines)]
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise UnreadableFile(f"{path}: {wrong}") from wrong
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableFile(f"{path}: needs the columns text and label (0 or 1)") from wrong
    if not rows or {label for _text, label in rows} - {0, 1}:
        raise UnreadableFile(f"{path}: has no rows, or a label that is neither 0 nor 1")
    return Labelled([text for text, _ in rows], np.array([label == 1 for _, label in rows]))


def fresh_model(files: Sequence[Labelled]) -> Model:
    """A model of the same kind as the seed, trained on these files alone; each is a source."""
    trained = train([Source(each.texts, list(each.is_spam)) for each in files])
    thresholds = Thresholds(trained.best_line, trained.best_line + BIN_ABOVE_HOLD)
    return Model(trained.weights.dense(), trained.weights.bias, thresholds, trained.calibration)


def model_on_seed(files: Sequence[Labelled]) -> Model:
    """The seed with what a site would learn if these were its decisions."""
    texts = [text for each in files for text in each.texts]
    is_spam = np.concatenate([each.is_spam for each in files])
    features = [features_of(text) for text in texts]
    known = np.array([seed.load().score(each) for each in features])
    examples = examples_of(features, list(is_spam), [1.0] * len(texts))
    weights, bias = fit(examples, strength=strength_of(len(texts)), known=known)
    delta = Weights.from_dense(weights, bias=bias, least=LEAST_WEIGHT)
    return seed.load().plus(delta, version=1, calibration=seed.load().calibration)


def evaluate(model: Model, labelled: Labelled) -> dict[str, float | int | None]:
    """The figures of ARCHITECTURE's table of names, of one model on one file; None: unknown."""
    scores, milliseconds = _scored(model, labelled.texts)
    values = np.array([each.value for each in scores])
    verdicts = np.array([each.verdict for each in scores])
    is_spam, is_marked = labelled.is_spam, values >= model.thresholds.hold_at
    figures = {
        "rows": len(is_spam),
        "spam": int(is_spam.sum()),
        "ham": int((~is_spam).sum()),
        "auc": measures.auc(is_spam, values),
        "pr_auc": measures.average_precision(is_spam, values),
        "mcc": measures.matthews(is_spam, is_marked),
        "caught": measures.share(is_marked[is_spam]),
        "blocked": measures.share(is_marked[~is_spam]),
    }
    for per_cent in (0.1, 0.5, 1):
        caught = measures.caught_at(is_spam, values, blocked=per_cent / 100)
        figures[f"caught_at_{per_cent}"] = caught
    for name, verdict in NAMES_OF_VERDICTS.items():
        figures[f"{name}_spam"] = measures.share(verdicts[is_spam] == verdict)
        figures[f"{name}_ham"] = measures.share(verdicts[~is_spam] == verdict)
    figures["p50_ms"] = float(np.percentile(milliseconds, 50))
    figures["p99_ms"] = float(np.percentile(milliseconds, 99))
    return {name: _rounded(value) for name, value in figures.items()}


NAMES_OF_VERDICTS = {
    "published": Verdict.PUBLISH,
    "held": Verdict.HOLD,
    "binned": Verdict.BIN,
}


def added_memory_mb() -> float:
    """How much memory the filter adds to a process that has none of it, measured in a new one."""
    ended = subprocess.run(  # noqa: S603  (our own program, no words of anybody)
        [sys.executable, "-c", _MEASURE], capture_output=True, text=True, check=True
    )
    return float(ended.stdout)


def model_bytes(model: Model) -> int:
    """How large the model is as a file: the seed's weights with the site's added."""
    weights = Weights.from_dense(model.weights.astype(np.float64), bias=model.bias, least=1e-9)
    return len(model_file.pack(weights, {}))


_MEASURE = """
import dataclasses, datetime, email, html, json, logging, re, zipfile

def resident():
    with open("/proc/self/statm") as fields:
        return int(fields.read().split()[1]) * 4096 / 1e6

before = resident()
from comments.spam import seed
from comments.spam.scoring import score
for number in range(200):
    score(f"Come to the hearing on day {number}. W\\u0456ll you b\\u0435 there?", seed.load())
print(round(resident() - before, 1))
"""


def _scored(model: Model, texts: Iterable[str]) -> tuple[list[Score], list[float]]:
    """The scores, and the CPU time of each in milliseconds."""
    scores, milliseconds = [], []
    for text in texts:
        began = time.process_time()
        scores.append(score(text, model))
        milliseconds.append(1000 * (time.process_time() - began))
    return scores, milliseconds


def _rounded(value: float) -> float | int | None:
    if isinstance(value, int):
        return value
    return None if np.isnan(value) else round(value, 4)
