"""Which model, thresholds and terms are in force now. Reads them; learning/ writes them."""

import logging
from dataclasses import dataclass, replace
from functools import lru_cache

from comments.models import SpamFilter, SpamLabel, SpamModel, SpamTermList
from comments.spam import Model, Terms, Thresholds, model_file, seed

logger = logging.getLogger(__name__)

# Before so many decisions the filter bins nothing by itself.
LABELS_TO_BIN = 100
# From so many on it may speak in figures.
LABELS_TO_COUNT = 200


@dataclass(frozen=True)
class InForce:
    """What the filter works with.

    `labels` counts the decisions that it can learn from, as far as LABELS_TO_COUNT.
    """

    model: Model
    terms: Terms
    labels: int

    @property
    def is_learning(self) -> bool:
        """Whether it has seen too little of this newsroom to bin anything."""
        return self.labels < LABELS_TO_BIN


def current() -> InForce:
    """What is in force now, in two queries. Raises `ModelRefused` or `OSError` without a seed."""
    row = SpamFilter.current()
    model = _model(row.serving)
    if row.hold_at is not None and row.bin_at is not None:
        model = replace(model, thresholds=Thresholds(row.hold_at, row.bin_at))
    terms = _terms(row.term_list_id) if row.term_list_id else Terms()
    return InForce(model, terms, SpamLabel.objects.all()[:LABELS_TO_COUNT].count())


def load(version: SpamModel) -> Model:
    """The model of a version. Raises `ModelRefused` when its bytes or its seed are not right."""
    if version.seed_digest != seed.digest():
        raise model_file.ModelRefused("it was learned on top of another seed")
    delta, facts = model_file.unpack(bytes(version.weights), expected_digest=version.digest)
    return seed.load().plus(delta, version=version.pk, calibration=seed.calibration_of(facts))


def _model(version: SpamModel | None) -> Model:
    """The version's model, or else the nearest before it that can be used, or the seed."""
    while version:
        if model := _usable(version.pk, version.digest):
            return model
        version = version.parent
    return seed.load()


@lru_cache(maxsize=2)
def _usable(number: int, digest: str) -> Model | None:
    """The model of a version, loaded once in each process; None when it was refused."""
    try:
        return load(SpamModel.objects.get(pk=number, digest=digest))
    except (model_file.ModelRefused, SpamModel.DoesNotExist) as refused:
        logger.error("version %s of the spam filter cannot be used: %s", number, refused)
        return None


@lru_cache(maxsize=1)
def _terms(number: int) -> Terms:
    """A list of terms, which never changes."""
    return Terms.from_text(SpamTermList.objects.get(pk=number).terms)
