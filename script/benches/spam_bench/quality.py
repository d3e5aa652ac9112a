"""How well the filter tells spam from honest comments that it has not seen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from comments.learning.evaluation import Labelled, fresh_model
from comments.learning.fitting import Floats, examples_of, fit
from comments.learning.recipe import LEAST_WEIGHT, features_of, strength_of
from comments.spam import Model, Verdict
from comments.spam.measures import auc, caught_at, matthews
from comments.spam.model import Weights
from spam_bench.figure import Figure, mean_of
from spam_bench.texts import first_of_each_class, read_texts, video_of
from spam_bench.training import Unseen, scored

FIRST_SHARE = 0.7
# The decisions of a new newsroom: so many on its own comments, the others on news comments.
LABELS, LABELS_OF_VIDEO = 500, 200
NEWS_AFTERWARDS = 3_000

Measure = Callable[[Unseen], float]


def own_past(folder: Path, videos: Sequence[str]) -> Iterator[Figure]:
    """Trained on the first 70 % of each class of one video alone, measured on the rest of it."""
    figures = []
    for file in videos:
        texts = read_texts(folder / file)
        is_first = first_of_each_class(texts.is_spam, FIRST_SHARE)
        first, rest = texts.only(is_first), texts.only(~is_first)
        model = fresh_model([Labelled(list(first.texts), first.is_spam)])
        is_marked = scored(rest.texts, model).value >= model.thresholds.hold_at
        mcc = matthews(rest.is_spam, is_marked)
        figures.append(Figure(f"70/30 mcc, {video_of(file)}", mcc, "mcc", len(rest)))
    yield from (*figures, mean_of("70/30 mcc, mean", figures))


def left_out(unseen: Sequence[Unseen]) -> Iterator[Figure]:
    """The figures of videos that the model never saw: of each, then the mean."""
    for name, measure in LEFT_OUT.items():
        figures = [
            Figure(f"left out {name}, {each.video}", measure(each), _unit(name), len(each.comments))
            for each in unseen
        ]
        yield from (*figures, mean_of(f"left out {name}, mean", figures))


def learned(unseen: Sequence[Unseen]) -> Iterator[Figure]:
    """500 decisions of a newsroom that the seed never saw, beside the seed alone.

    They are of the first comments of the video and of news comments; the others are measured.
    """
    before = [_rest(each) for each in unseen]
    after = [replace(rest, model=_taught(each)) for rest, each in zip(before, unseen, strict=True)]
    for name, measure in LEARNED.items():
        figures = [
            Figure(name, measure(new), _unit(name), len(new.comments), measure(old))
            for old, new in zip(before, after, strict=True)
        ]
        yield mean_of(f"{LABELS} labels, {name}", figures)


def caught(unseen: Unseen, spam: Floats, *, blocked: float) -> float:
    """The share of these scores above the line that so much of everything honest passes."""
    return _caught(spam, unseen.of_honest, blocked)


def _unit(name: str) -> str:
    first = name.split(maxsplit=1)[0]
    return first if first in ("auc", "mcc") else "share"


def _taught(unseen: Unseen) -> Model:
    """The seed with what a newsroom teaches it."""
    first, news = unseen.comments.texts[:LABELS_OF_VIDEO], unseen.news[: LABELS - LABELS_OF_VIDEO]
    features = [features_of(text) for text in (*first, *news)]
    is_spam = [*map(bool, unseen.comments.is_spam[: len(first)]), *(False for _ in news)]
    known = np.array([unseen.model.score(each) for each in features])
    examples = examples_of(features, is_spam, [1.0] * LABELS)
    weights, bias = fit(examples, strength=strength_of(LABELS), known=known)
    delta = Weights.from_dense(weights, bias=bias, least=LEAST_WEIGHT)
    return unseen.model.plus(delta, version=1, calibration=unseen.model.calibration)


def _rest(unseen: Unseen) -> Unseen:
    """What comes when the newsroom has decided."""
    is_left = np.arange(len(unseen.comments)) >= LABELS_OF_VIDEO
    news = unseen.news[LABELS - LABELS_OF_VIDEO :][:NEWS_AFTERWARDS]
    return replace(unseen, comments=unseen.comments.only(is_left), news=news)


def _caught(spam: Floats, honest: Floats, blocked: float) -> float:
    is_spam = np.arange(len(spam) + len(honest)) < len(spam)
    return caught_at(is_spam, np.append(spam, honest), blocked=blocked)


def _auc(unseen: Unseen) -> float:
    return auc(unseen.comments.is_spam, unseen.of_comments.value)


def _mcc_from(line: float) -> Measure:
    return lambda unseen: matthews(unseen.comments.is_spam, unseen.of_comments.value >= line)


def _mcc_of_held(unseen: Unseen) -> float:
    return _mcc_from(unseen.model.thresholds.hold_at)(unseen)


def _caught_at(blocked: float) -> Measure:
    return lambda unseen: caught(unseen, unseen.of_spam, blocked=blocked)


def _caught_of_news(blocked: float) -> Measure:
    return lambda unseen: _caught(unseen.of_spam, unseen.of_news.value, blocked)


def _spam_with(verdict: Verdict) -> Measure:
    return lambda unseen: float(
        np.mean(unseen.of_comments.verdict[unseen.comments.is_spam] == verdict)
    )


LEFT_OUT: Mapping[str, Measure] = {
    "auc": _auc,
    "mcc at the line to hold": _mcc_of_held,
    "mcc at 0": _mcc_from(0.0),
    "caught at 0.5 % of all honest": _caught_at(0.005),
    "caught at 0.1 % of news": _caught_of_news(0.001),
    "caught at 0.5 % of news": _caught_of_news(0.005),
    "spam held": _spam_with(Verdict.HOLD),
    "spam binned": _spam_with(Verdict.BIN),
}
LEARNED: Mapping[str, Measure] = {"auc": _auc, "caught at 0.5 % of all honest": _caught_at(0.005)}
