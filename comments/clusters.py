"""Comments that say nearly the same, over time and posts: finding them, joining them, leaving.

What is compared is a sketch of the words (spam/alike.py), looked up by its bands and kept for
sixty days after the last comment that was alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.html import strip_tags

from comments.models import BodyFormat, Cluster, ClusterBand, Comment
from comments.spam.alike import ALIKE_FROM, Sketch, bands_of, likeness, sketch_of

KEPT_DAYS = 60
# Texts can be made to share a band with very many others; the likeliest are compared.
MAX_COMPARED = 50
AT_ONCE = 1_000


@dataclass(frozen=True)
class Found:
    """The comments alike: how many there are, and of how many people said what they are."""

    cluster: Cluster | None = None
    total: int = 0
    spam: int = 0
    honest: int = 0


def find(text: str, *, now: datetime, besides: int | None = None) -> Found:
    """What is known of texts like this one, in two queries. Nothing is written.

    `besides` is the number of a comment that is not counted: the one whose words these will be.
    """
    sketch = sketch_of(text)
    cluster = _nearest(sketch, now=now) if sketch else None
    if cluster is None:
        return Found()
    others = Comment.objects.filter(cluster=cluster)
    if besides:
        others = others.exclude(pk=besides)
    counts = others.aggregate(
        total=Count("pk"),
        spam=Count("pk", filter=Q(spam_label__is_spam=True)),
        honest=Count("pk", filter=Q(spam_label__is_spam=False)),
    )
    return Found(cluster, **counts)


def words_of(comment: Comment) -> str:
    """What a comment says, whichever door it came by: markup of another blog is no word."""
    if comment.body_format != BodyFormat.HTML:
        return comment.body
    return unescape(strip_tags(comment.body.replace("<", " <")))  # or two paragraphs were one word


def join(comment: Comment, text: str, *, now: datetime) -> None:
    """Put a comment with those that are alike, or make it the first of its kind.

    Call it in the act's transaction, after what locks threads; with other words, call it again.
    Two texts alike that arrive at the same moment may each begin a cluster, since neither sees
    the other: nothing is lost by it, the next one joins one of the two.
    """
    sketch = sketch_of(text)
    before = comment.cluster_id
    comment.cluster = _joined(sketch, now=now) if sketch else None
    _settle(comment, before)


def leave(comment: Comment) -> None:
    """Its words are gone, so nothing is like them any more. Call it in the act's transaction.

    Those that it leaves behind are known by words of theirs from now on, for the sketch was
    perhaps of its own.
    """
    before, comment.cluster = comment.cluster_id, None
    _settle(comment, before)
    left = Cluster.objects.exclude(sketch=b"").filter(pk=before).first() if before else None
    if left:
        _sketch_again(left)


def drop_empty(numbers: Iterable[int]) -> None:
    """Let those of the clusters go that no comment belongs to. Call it in a transaction."""
    left = sorted(numbers)
    for start in range(0, len(left), AT_ONCE):
        locked = _lock(Q(pk__in=left[start : start + AT_ONCE]))
        taken = Comment.objects.filter(cluster__in=locked).values_list("cluster_id", flat=True)
        Cluster.objects.filter(pk__in=set(locked) - set(taken)).delete()


def forget_old() -> None:
    """Forget the sketches of what nobody has said for sixty days; a job of the clock.

    Comments alike stay tied together; a cluster of one comment, or of none, goes as a whole.
    """
    until = timezone.now() - timedelta(days=KEPT_DAYS)
    old = Q(last_seen_at__lte=until) & ~Q(sketch=b"")
    with transaction.atomic():
        locked = _lock(old)
        ClusterBand.objects.filter(cluster__in=locked).delete()
        Cluster.objects.filter(pk__in=locked).update(sketch=b"")
        together = (
            Comment.objects.order_by()
            .filter(cluster__in=locked)
            .values_list("cluster_id", flat=True)
            .annotate(number=Count("pk"))
            .filter(number__gt=1)
        )
        Cluster.objects.filter(pk__in=set(locked) - set(together)).delete()


def _settle(comment: Comment, before: int | None) -> None:
    if comment.cluster_id == before:
        return
    comment.save(update_fields=["cluster"])
    if before:
        drop_empty([before])


def _nearest(sketch: Sketch, *, now: datetime) -> Cluster | None:
    """The cluster whose first text is the most alike, if one is alike enough."""
    since = now - timedelta(days=KEPT_DAYS)
    sharing = Cluster.objects.filter(bands__band__in=bands_of(sketch), last_seen_at__gt=since)
    likeliest = sharing.annotate(shared=Count("pk")).order_by("-shared", "pk")[:MAX_COMPARED]
    compared = [(likeness(sketch, _kept(found)), found) for found in likeliest]
    share, nearest = max(compared, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if share >= ALIKE_FROM else None


def _joined(sketch: Sketch, *, now: datetime) -> Cluster:
    nearest = _nearest(sketch, now=now)
    # Whoever lets it go at this moment has locked it: then there is no row to write.
    if nearest and Cluster.objects.filter(pk=nearest.pk).update(last_seen_at=now):
        return nearest
    cluster = Cluster.objects.create(sketch=bytes(sketch), last_seen_at=now)
    _add_bands(cluster, sketch)
    return cluster


def _sketch_again(cluster: Cluster) -> None:
    """Let a cluster be found by the words of the first that still belongs to it."""
    first = Comment.objects.filter(cluster=cluster).order_by("created_at", "pk").first()
    sketch = sketch_of(words_of(first)) if first else None
    cluster.sketch = bytes(sketch) if sketch else b""
    cluster.save(update_fields=["sketch"])
    cluster.bands.all().delete()
    _add_bands(cluster, sketch)


def _add_bands(cluster: Cluster, sketch: Sketch | None) -> None:
    bands = set(bands_of(sketch)) if sketch else set()
    ClusterBand.objects.bulk_create(ClusterBand(cluster=cluster, band=band) for band in bands)


def _kept(cluster: Cluster) -> Sketch:
    return Sketch.from_bytes(bytes(cluster.sketch))


def _lock(condition: Q) -> list[int]:
    """The numbers of some clusters, which nobody can join until the transaction ends."""
    found = Cluster.objects.filter(condition).order_by("pk").select_for_update()
    return list(found.values_list("pk", flat=True)[:AT_ONCE])
