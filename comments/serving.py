"""Which model, thresholds and terms are in force now. Reads them; learning/ writes them."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import QuerySet

from comments.models import SpamFilter, SpamLabel, SpamModel, SpamTermList
from comments.spam import Model, Terms, Thresholds, model_file, seed
from comments.spam.features import VERSION

logger = logging.getLogger(__name__)

# Before so many decisions the filter bins nothing by itself. What is alike counts once, and both
# kinds must have been seen: one click on a hundred copies teaches one thing.
LABELS_TO_BIN = 100
LABELS_OF_EACH_KIND = 10
# From so many on it may speak in figures.
LABELS_FOR_FIGURES = 200
# So many of the newest are looked at.
LABELS_TO_COUNT = 300
# So many accepted versions are kept, and tried when the one that serves cannot be used.
VERSIONS_KEPT = 5


@dataclass(frozen=True)
class InForce:
    """What the filter works with.

    `labels` counts the decisions that it can learn from, as far as LABELS_TO_COUNT; `is_learning`
    tells that they are too few, or too much alike, for it to bin anything.
    """

    model: Model
    terms: Terms
    labels: int
    is_learning: bool = True


def current() -> InForce:
    """What is in force now, in two queries. Raises `ModelRefused` when there is not even a seed."""
    row = SpamFilter.current()
    model = _model(row.serving)
    if row.hold_at is not None and row.bin_at is not None:
        model = replace(model, thresholds=Thresholds(row.hold_at, row.bin_at))
    terms = _terms(row.term_list_id) if row.term_list_id else Terms()
    columns = usable_labels().values_list("is_spam", "comment__cluster_id", "pk")
    seen = list(columns[:LABELS_TO_COUNT])
    return InForce(model, terms, len(seen), _is_learning(seen))


def current_or_none() -> InForce | None:
    """The same; None when no model can be used, for what has to go on all the same."""
    try:
        return current()
    except model_file.ModelRefused:
        logger.exception("the spam filter has no model; every comment waits for a person")
        return None


def usable_labels() -> QuerySet[SpamLabel]:
    """The decisions that the filter can learn from, the newest first."""
    return SpamLabel.objects.filter(featuriser=VERSION).order_by("-decided_at", "-pk")


def load(version: SpamModel) -> Model:
    """The model of a version. Raises `ModelRefused` when its bytes or its seed are not right."""
    if version.seed_digest != seed.digest():
        raise model_file.ModelRefused("it was learned on top of another seed")
    delta, facts = model_file.unpack(bytes(version.weights), expected_digest=version.digest)
    return seed.load().plus(delta, version=version.pk, calibration=seed.calibration_of(facts))


def _is_learning(seen: Iterable[tuple[bool, int | None, int]]) -> bool:
    different = {is_spam: set[int]() for is_spam in (True, False)}
    for is_spam, cluster, label in seen:
        different[is_spam].add(cluster or -label)
    spam, honest = len(different[True]), len(different[False])
    return spam + honest < LABELS_TO_BIN or min(spam, honest) < LABELS_OF_EACH_KIND


def _model(version: SpamModel | None) -> Model:
    """The version's model, or else the nearest before it that can be used, or the seed."""
    for _number in range(VERSIONS_KEPT):
        if version is None:
            break
        if model := _usable(version.pk, version.digest):
            return model
        version = _before(version.pk)
    return seed.load()


@lru_cache(maxsize=2 * VERSIONS_KEPT)
def _usable(number: int, digest: str) -> Model | None:
    """The model of a version, loaded once in each process; None when it was refused."""
    try:
        return load(SpamModel.objects.get(pk=number, digest=digest))
    except (model_file.ModelRefused, SpamModel.DoesNotExist) as refused:
        logger.error("version %s of the spam filter cannot be used: %s", number, refused)
        return None


@lru_cache(maxsize=2 * VERSIONS_KEPT)
def _before(number: int) -> SpamModel | None:
    """The version that one was learned after, without its weights."""
    return SpamModel.objects.defer("weights").filter(children=number).first()


@lru_cache(maxsize=1)
def _terms(number: int) -> Terms:
    """A list of terms, which never changes."""
    return Terms.from_text(SpamTermList.objects.get(pk=number).terms)
