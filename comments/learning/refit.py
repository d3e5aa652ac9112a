"""Learning: a new version from all labels, measured against the one that serves.

In the worker only: it loads SciPy.
"""

import logging
from datetime import datetime, timedelta

import numpy as np
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from comments import serving
from comments.learning import labels, report_card, versions
from comments.learning.gate import Verdict
from comments.learning.lesson import Labelled, Lesson, weigh
from comments.learning.study import Learned, is_enough, study
from comments.learning.trust import Day, Mask, Origin
from comments.models import SpamFilter, SpamFilterChange, SpamLabel, SpamModel
from comments.spam import Model, model_file, seed
from comments.spam.features import Features

logger = logging.getLogger(__name__)

CHANGES_AT_ONCE = 20
PATIENCE = timedelta(days=1)
MOST_LABELS = 5_000  # the newest


def is_due(row: SpamFilter, *, now: datetime) -> bool:
    """Whether enough was decided since the last time, or something and a day has passed."""
    if row.is_learning_paused or not row.labels_changed:
        return False
    has_waited = row.learned_at is None or now - row.learned_at >= PATIENCE
    return row.labels_changed >= CHANGES_AT_ONCE or has_waited


def learn(now: datetime) -> SpamFilterChange | None:
    """Learn from everything that people decided, and log what came of it.

    None when learning is paused, or the filter was changed meanwhile: then nothing happens. None,
    too, while there are too few labels of a kind: that waits until more are decided.
    """
    before = SpamFilter.current()
    if before.is_learning_paused:
        return None
    lesson = _usable(gather(seed.load()))
    learned = _study(lesson, before.serving) if lesson or before.serving else None
    with transaction.atomic():
        row = versions.locked()
        if row.is_learning_paused or _stands(row) != _stands(before):
            return None
        row.labels_changed, row.learned_at = F("labels_changed") - before.labels_changed, now
        row.save(update_fields=["labels_changed", "learned_at"])
        if learned is None:
            return None
        change = _store(lesson, learned, parent=before.serving, now=now)
    logger.info("spam filter: version %s %s, %s", change.model_id, change.kind, change.detail)
    return change


def gather(seed: Model) -> Lesson:
    """All labels that can be learned from, weighed."""
    read = [(row, found) for row in _rows() if (found := _features(row)) is not None]
    labelled = Labelled(
        features=[found for _, found in read],
        is_spam=[row.is_spam for row, _ in read],
        origins=[_origin(row) for row, _ in read],
        decided_at=[row.decided_at for row, _ in read],
    )
    return weigh(labelled, seed=seed, vouched_for=report_card.vouched_for())


def _rows() -> list[SpamLabel]:
    wanted = (
        serving.usable_labels()
        .select_related("comment")
        .only("features", "is_spam", "moderator_id", "decided_at", "comment__page_id")
    )
    return list(wanted[:MOST_LABELS])[::-1]


def _features(row: SpamLabel) -> Features | None:
    try:
        return labels.unpack(bytes(row.features))
    except ValueError:
        logger.error("label of comment %s: its features cannot be read", row.comment_id)
        return None


def _origin(row: SpamLabel) -> Origin:
    return Origin(Day(row.moderator_id, timezone.localdate(row.decided_at)), row.comment.page_id)


def _stands(row: SpamFilter) -> tuple[object, ...]:
    return row.serving_id, row.learned_at, row.hold_at, row.bin_at


def _usable(lesson: Lesson) -> Lesson:
    """The lesson, or an empty one, which is the seed alone, while it has too few of a kind."""
    return lesson if is_enough(lesson) else weigh(Labelled((), (), (), ()), seed=seed.load())


def _study(lesson: Lesson, version: SpamModel | None) -> Learned:
    """What is learned beside what serves; a version that cannot serve has learned nothing."""
    model = serving.current().model
    serves = version if version and version.pk == model.version else None
    return study(lesson, known_before=_known_to(serves, lesson), before=model)


def _known_to(version: SpamModel | None, lesson: Lesson) -> Mask:
    """The labels that a version has learned from, as far as they are still there."""
    until = version.figures.get("labels_until") if version else None
    if not until:
        return np.zeros(len(lesson), np.bool_)
    last = datetime.fromisoformat(until)
    return np.array([at <= last for at in lesson.decided_at], np.bool_)


def _store(
    lesson: Lesson, learned: Learned, *, parent: SpamModel | None, now: datetime
) -> SpamFilterChange:
    """The version as a row, at work or refused. A refused one keeps no weights."""
    was_refused = bool(learned.verdict.objections)
    data = model_file.pack(learned.weights, {"calibration": learned.calibration})
    spam = int(lesson.examples.is_spam.sum())
    version = SpamModel.objects.create(
        parent=parent,
        weights=b"" if was_refused else data,
        digest=model_file.digest(data),
        seed_digest=seed.digest(),
        spam_labels=spam,
        honest_labels=len(lesson) - spam,
        figures=_figures(lesson, learned.verdict),
        was_refused=was_refused,
        created_at=now,
    )
    return versions.refuse(version) if was_refused else versions.adopt(version)


def _figures(lesson: Lesson, verdict: Verdict) -> dict[str, object]:
    """What the report card and the log show, and `_known_to` needs."""
    days = sorted(lesson.doubted, key=lambda day: (day.on, day.moderator or 0))
    return verdict.as_json() | {
        "doubted": [{"moderator": day.moderator, "on": day.on.isoformat()} for day in days],
        "doubted_labels": int(lesson.is_doubted.sum()),
        "labels_until": lesson.decided_at[-1].isoformat() if len(lesson) else None,
    }
