"""Which version of the filter serves, its thresholds, its terms: what is done, and the log of it.

Each function is one transaction: the row of the filter, and one line of its log. `actor` is who
did it; nobody: the worker. They return the line.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from accounts.models import User
from comments import serving
from comments.models import ChangeKind, SpamFilter, SpamFilterChange, SpamModel, SpamTermList
from comments.models.spam_filter import ONLY_ONE
from comments.spam import model_file

MAX_TERMS = 200_000  # the longest list that is known has 65,371
MAX_TERM_CHARACTERS = 2_000_000
SERVED = (ChangeKind.ACTIVATED, ChangeKind.ROLLED_BACK)


class VersionUnusable(Exception):
    """The version cannot serve: there is none, or its weights are gone or not for this seed."""


class NothingToRollBack(Exception):
    """The seed alone serves: nothing came before."""


class ThresholdsRefused(ValueError):
    """The lines are no numbers, only one of them is given, or one holds from above the other."""


class TermsRefused(ValueError):
    """The list is empty, or longer than any that is known."""


def activate(number: int, *, actor: User | None) -> SpamFilterChange | None:
    """Put a version to work; None if it is at work already. Raises `VersionUnusable`."""
    with transaction.atomic():
        current = locked()
        chosen = SpamModel.objects.filter(pk=number).first()
        if chosen is None or not is_usable(chosen):
            raise VersionUnusable(number)
        return None if current.serving_id == number else _put_to_work(current, chosen, actor)


def adopt(version: SpamModel) -> SpamFilterChange:
    """Put a version to work that was learned in this transaction."""
    return _put_to_work(locked(), version, None)


def refuse(version: SpamModel) -> SpamFilterChange:
    """Put into the log that the gate refused a version."""
    return _log(ChangeKind.REFUSED, None, model=version, detail=version.figures)


def roll_back(*, actor: User | None) -> SpamFilterChange:
    """Put back the version that served before, the seed if none, and pause learning.

    Or the next version would have learned the same again. Raises `NothingToRollBack`.
    """
    with transaction.atomic():
        current = locked()
        if current.serving is None:
            raise NothingToRollBack
        change = _serve(current, _served_before(), ChangeKind.ROLLED_BACK, actor)
        pause(actor=actor)
    return change


def pause(*, actor: User | None) -> SpamFilterChange | None:
    """Learn nothing until `resume`; what people decide is kept for then. None if it was so."""
    return _pause(ChangeKind.PAUSED, actor)


def resume(*, actor: User | None) -> SpamFilterChange | None:
    """Learn again. None if it was so."""
    return _pause(ChangeKind.RESUMED, actor)


def move_thresholds(
    hold_at: float | None, bin_at: float | None, *, actor: User | None
) -> SpamFilterChange:
    """Ask a person from `hold_at` on, bin from `bin_at` on; both None: as the seed says.

    They are logits. Raises `ThresholdsRefused`.
    """
    if not _are_lines(hold_at, bin_at):
        raise ThresholdsRefused(f"{hold_at}, {bin_at}")
    with transaction.atomic():
        current = locked()
        detail = {"before": [current.hold_at, current.bin_at], "after": [hold_at, bin_at]}
        current.hold_at, current.bin_at = hold_at, bin_at
        current.save(update_fields=["hold_at", "bin_at"])
        return _log(ChangeKind.THRESHOLDS, actor, detail=detail)


def load_terms(name: str, lines: Iterable[str], *, actor: User | None) -> SpamFilterChange:
    """Hold what has one of these terms; they take the place of earlier ones.

    Raises `TermsRefused`.
    """
    terms = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
    text = "\n".join(terms)
    if not terms or len(terms) > MAX_TERMS or len(text) > MAX_TERM_CHARACTERS:
        raise TermsRefused(f"{len(terms)} terms, {len(text)} characters")
    with transaction.atomic():
        loaded = SpamTermList.objects.create(name=name[:200], terms=text, loaded_by=actor)
        return _use_terms(loaded, {"name": loaded.name, "terms": len(terms)}, actor)


def drop_terms(*, actor: User | None) -> SpamFilterChange:
    """Hold nothing for its terms any more."""
    with transaction.atomic():
        return _use_terms(None, {"name": "", "terms": 0}, actor)


def vouch(moderator: int | None, on: date, *, actor: User | None) -> SpamFilterChange:
    """Let a moderator's doubted day count after all; the next refit sees it."""
    with transaction.atomic():
        locked()
        SpamFilter.objects.update(labels_changed=F("labels_changed") + 1)
        detail = {"moderator": moderator, "on": on.isoformat()}
        return _log(ChangeKind.VOUCHED, actor, detail=detail)


def locked() -> SpamFilter:
    """The row of the filter, made on demand, for whoever changes it in this transaction."""
    SpamFilter.objects.get_or_create(pk=ONLY_ONE)
    return SpamFilter.objects.select_for_update(no_key=True).get(pk=ONLY_ONE)


def is_usable(version: SpamModel) -> bool:
    """Whether it can serve: nobody refused it, its weights are whole and belong to this seed."""
    try:
        serving.load(version)
    except model_file.ModelRefused:
        return False
    return not version.was_refused


def _put_to_work(current: SpamFilter, chosen: SpamModel, actor: User | None) -> SpamFilterChange:
    change = _serve(current, chosen, ChangeKind.ACTIVATED, actor)
    _let_go_of_old_versions(serving_id=chosen.pk)
    return change


def _serve(
    current: SpamFilter, chosen: SpamModel | None, kind: ChangeKind, actor: User | None
) -> SpamFilterChange:
    detail = {"before": current.serving_id or 0, "after": chosen.pk if chosen else 0}
    current.serving = chosen
    current.save(update_fields=["serving"])
    figures = {"figures": chosen.figures} if chosen else {}
    return _log(kind, actor, model=chosen, detail=detail | figures)


def _served_before() -> SpamModel | None:
    """By the log: putting to work lays a version on the pile, rolling back takes some off."""
    pile: list[int | None] = []
    done = SpamFilterChange.objects.filter(kind__in=SERVED).order_by("pk")
    for kind, version in done.values_list("kind", "model_id"):
        if kind == ChangeKind.ACTIVATED and pile[-1:] != [version]:  # never on itself
            pile.append(version)
        while pile and pile[-1] != version:
            pile.pop()
    earlier = SpamModel.objects.in_bulk([number for number in pile[:-1] if number])
    usable = (earlier[number] for number in reversed(pile[:-1]) if number in earlier)
    return next(filter(is_usable, usable), None)


def _let_go_of_old_versions(*, serving_id: int) -> None:
    """Older ones lose their weights."""
    accepted = SpamModel.objects.filter(was_refused=False).order_by("-pk")
    kept = [serving_id, *accepted.values_list("pk", flat=True)[: serving.VERSIONS_KEPT]]
    SpamModel.objects.exclude(pk__in=kept).exclude(weights=b"").update(weights=b"")


def _pause(kind: ChangeKind, actor: User | None) -> SpamFilterChange | None:
    is_paused = kind == ChangeKind.PAUSED
    with transaction.atomic():
        current = locked()
        if current.is_learning_paused == is_paused:
            return None
        current.is_learning_paused = is_paused
        current.save(update_fields=["is_learning_paused"])
        return _log(kind, actor)


def _are_lines(hold_at: float | None, bin_at: float | None) -> bool:
    if hold_at is None or bin_at is None:
        return hold_at is bin_at
    return math.isfinite(hold_at) and math.isfinite(bin_at) and hold_at < bin_at


def _use_terms(
    chosen: SpamTermList | None, detail: Mapping[str, object], actor: User | None
) -> SpamFilterChange:
    current = locked()
    current.term_list = chosen
    current.save(update_fields=["term_list"])
    return _log(ChangeKind.TERMS, actor, detail=detail)


def _log(
    kind: ChangeKind,
    actor: User | None,
    *,
    model: SpamModel | None = None,
    detail: Mapping[str, object] | None = None,
) -> SpamFilterChange:
    return SpamFilterChange.objects.create(
        kind=kind, actor=actor, model=model, detail=dict(detail or {})
    )
