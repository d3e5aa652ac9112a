"""Comments that wait and say nearly the same, as a moderator sees them: one card for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from comments.models import Comment, CommentQuerySet, ModerationEvent
from comments.moderation import MAX_AT_ONCE, Seen, needs_reading
from comments.states import CommentStatus
from comments.urgency import WAS_PUBLISHED

# What is more urgent is decided by itself: a decision for all alike is not for it.
JOINT_URGENCY = WAS_PUBLISHED


@dataclass(frozen=True, kw_only=True)
class Alike:
    """A comment's cluster. `waiting` counts those that wait, `decided` the others by status.

    `seen` are those of them that one decision is for, the longest waiting first; `publishable` is
    how many of these hold nothing that has to be read before it is published.
    """

    cluster_id: int
    waiting: int
    decided: tuple[tuple[str, int], ...]
    seen: tuple[Seen, ...]
    publishable: int

    @property
    def others(self) -> int:
        """How many there are beside the one on the card."""
        return self.waiting + sum(number for _label, number in self.decided) - 1

    @property
    def needs_reading(self) -> int:
        """How many are left alone when the others are approved."""
        return len(self.seen) - self.publishable

    @property
    def seen_in_one_value(self) -> str:
        """What a button carries of it: the numbers of the comments and of their last events."""
        return " ".join(f"{one.comment_id}.{one.event_id}" for one in self.seen)


def one_of_each(comments: CommentQuerySet) -> CommentQuerySet:
    """Of those that are alike the one that was said first, and all that are like no other.

    What may do harm stays whatever it is like. That somebody had published them before makes twenty
    alike no more than one thing to decide.
    """
    earlier = comments.order_by().filter(
        Q(created_at__lt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), pk__lt=OuterRef("pk")),
        cluster=OuterRef("cluster"),
        urgency__lte=JOINT_URGENCY,
    )
    return comments.filter(Q(urgency__gt=JOINT_URGENCY) | ~Exists(earlier))


def others_alike() -> CommentQuerySet:
    """Of an event of the outer query: the comments that say nearly the same as its own."""
    same = Comment.objects.filter(cluster=OuterRef("comment__cluster")).order_by()
    return same.exclude(pk=OuterRef("comment_id"))


def alike_of(comments: Iterable[Comment], *, among: CommentQuerySet) -> Mapping[int, Alike]:
    """What there is of the cluster of each comment that is not the only one; at most two queries.

    `among` is what the moderator may see. What may do harm is none of `seen`: `JOINT_URGENCY`.
    """
    numbers = {comment.cluster_id for comment in comments if comment.cluster_id}
    if not numbers:
        return {}
    counts = {
        number: by_status
        for number, by_status in _counts(numbers, among).items()
        if sum(by_status.values()) > 1
    }
    known = {number: each.get(CommentStatus.PENDING, 0) for number, each in counts.items()}
    waiting = _waiting({number: count for number, count in known.items() if count}, among)
    return {
        number: Alike(
            cluster_id=number,
            waiting=by_status.get(CommentStatus.PENDING, 0),
            decided=tuple(_decided(by_status)),
            seen=tuple(seen for seen, _evidence in waiting[number]),
            publishable=_publishable([evidence for _seen, evidence in waiting[number]]),
        )
        for number, by_status in counts.items()
    }


def _counts(numbers: Collection[int], among: CommentQuerySet) -> Mapping[int, Mapping[str, int]]:
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    members = among.order_by().filter(cluster__in=numbers)
    grouped = members.values_list("cluster_id", "status").annotate(Count("pk"))
    for number, status, count in grouped:
        counts[number or 0][status] = count
    return counts


def _decided(by_status: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    for status in CommentStatus:
        if status != CommentStatus.PENDING and status in by_status:
            yield str(status.label), by_status[status]


def _publishable(found: Sequence[object]) -> int:
    """How many need not be read on their own; the first is the one on the card."""
    return sum(not needs_reading(evidence, read=found[0]) for evidence in found)


def _waiting(
    numbers: Mapping[int, int], among: CommentQuerySet
) -> Mapping[int, list[tuple[Seen, object]]]:
    """Those that wait, by cluster, and what was found in each; `numbers` says how many there are.

    Read in one statement with the last events, as `cards.with_last_event` says why.
    """
    latest = ModerationEvent.objects.filter(comment_id=OuterRef("pk")).order_by("-pk")
    rows = (
        among.waiting()
        .filter(_first_of_each(numbers, among), urgency__lte=JOINT_URGENCY)
        .annotate(event_id=Subquery(latest.values("pk")[:1]))
        .order_by("created_at", "pk")
        .values_list("cluster_id", "pk", "event_id", "evidence")
    )
    found: dict[int, list[tuple[Seen, object]]] = defaultdict(list)
    for number, comment_id, event_id, evidence in rows:
        found[number or 0].append((Seen(comment_id, event_id or 0), evidence))
    return found


def _first_of_each(numbers: Mapping[int, int], among: CommentQuerySet) -> Q:
    """`MAX_AT_ONCE` of each cluster at most; of a large one no more than these are read."""
    wanted = Q(cluster__in=[one for one, number in numbers.items() if number <= MAX_AT_ONCE])
    for one, number in numbers.items():
        if number > MAX_AT_ONCE:
            members = among.waiting().filter(cluster=one, urgency__lte=JOINT_URGENCY)
            first = members.order_by("created_at", "pk").values("pk")[:MAX_AT_ONCE]
            wanted |= Q(pk__in=first)
    return wanted
