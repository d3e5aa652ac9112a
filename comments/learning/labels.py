"""Labels: what people's decisions, as they stand, say of a comment. Nothing else makes one.

A label is a function of the log, and is made anew from it with every decision: so taking a decision
back takes back what was learned from it, at the next refit.
"""

import zlib
from collections.abc import Iterable

import numpy as np
from django.db.models import F

from comments.models import (
    BodyFormat,
    Comment,
    CommentQuerySet,
    LabelDue,
    LinkedHost,
    ModerationEvent,
    SpamCheck,
    SpamFilter,
    SpamLabel,
    SpamModel,
)
from comments.models.spam_filter import ONLY_ONE
from comments.spam.features import SIZE, VERSION, Features, featurise
from comments.spam.reading import read
from comments.spam_context import hosts_in
from comments.states import Action, CommentStatus, Reason

# What a person says of the words that stand. To refuse an edit says nothing of those.
TELLING = (
    Action.APPROVE,
    Action.HOLD,
    Action.MARK_SPAM,
    Action.CONFIRM_SPAM,
    Action.REMOVE,
    Action.TRASH,
    Action.RESTORE,
    Action.KEEP,
    Action.ACCEPT_EDIT,
)
# What can change a label: an undo takes one back, other words were never decided on.
CHANGING = (*TELLING, Action.UNDO, Action.EDIT)
SAYS_SPAM = (Action.MARK_SPAM, Action.CONFIRM_SPAM)


def settle(event: ModerationEvent) -> None:
    """Give the event's comment the label that its log asks for; in the act's transaction."""
    if event.action in CHANGING:
        settle_comment(event.comment)


def put_off(events: Iterable[ModerationEvent]) -> None:
    """Leave the labels of the events' comments to `settle_due`; in the acts' transaction."""
    due = [LabelDue(comment_id=each.comment_id) for each in events if each.action in CHANGING]
    LabelDue.objects.bulk_create(due, ignore_conflicts=True)


def settle_comment(comment: Comment) -> None:
    """Give a comment, locked by the caller, the label that its log asks for."""
    decision = standing_decision(ModerationEvent.objects.filter(comment_id=comment.pk))
    is_spam = _says(decision, comment)
    label = SpamLabel.objects.defer("features").filter(comment_id=comment.pk).first()
    if decision is None or is_spam is None:
        _drop(label)
    elif label is None or (label.is_spam, label.decided_at) != (is_spam, decision.created_at):
        _keep(label or SpamLabel(comment=comment), decision, is_spam=is_spam)


def forget(comments: CommentQuerySet) -> None:
    """Unlearn comments whose words go; in the transaction that takes them."""
    SpamCheck.objects.filter(comment__in=comments).delete()
    labels = SpamLabel.objects.filter(comment__in=comments)
    if number := labels.count():
        labels.delete()
        count_changes(number)


def read_again(comment: Comment) -> None:
    """Know of a comment's words what they are now, for some were blacked out; in that act."""
    label = SpamLabel.objects.filter(comment_id=comment.pk).first()
    if label is None:
        return
    label.features, label.featuriser = pack(featurise(read(comment.body))), VERSION
    label.save(update_fields=["features", "featuriser"])
    label.hosts.all().delete()
    _link(label, hosts_in(comment.body, comment.body_html, comment.author_website))
    count_changes(1)


def standing_decision(log: Iterable[ModerationEvent]) -> ModerationEvent | None:
    """The last decision about the words as they are that nobody took back, of a whole log.

    That readers' reports held the comment since is nobody's decision.
    """
    events = sorted(log, key=lambda event: event.pk)
    while events:
        event = events.pop()
        if event.action == Action.UNDO and events:
            events.pop()
        elif event.action == Action.EDIT and not _only_proposes(event):
            return None  # what was decided before was about other words
        elif event.action == Action.RESTORE and event.to_status == CommentStatus.SPAM:
            _drop_until_spam(events)  # what binned it stands again
        elif event.action in TELLING and not _is_by_reports(event):
            return event
    return None


def _drop_until_spam(events: list[ModerationEvent]) -> None:
    while events and events[-1].to_status != CommentStatus.SPAM:
        events.pop()


def count_changes(number: int) -> None:
    """Note that so many labels came, went or changed; the row is made on demand."""
    changed = F("labels_changed") + number
    if not SpamFilter.objects.update(labels_changed=changed):
        SpamFilter.objects.get_or_create(pk=ONLY_ONE)
        SpamFilter.objects.update(labels_changed=changed)


def pack(features: Features) -> bytes:
    """Features as bytes, about a kilobyte and a half for a comment of usual length."""
    index, value = features.index.astype("<u4"), features.value.astype("<f2")
    return zlib.compress(index.tobytes() + value.tobytes(), level=1)


def unpack(data: bytes) -> Features:
    """The features of a label. Raises `ValueError` for bytes that are none."""
    try:
        raw = zlib.decompress(data)
    except zlib.error as broken:
        raise ValueError("not packed features") from broken
    number = len(raw) // 6
    index = np.frombuffer(raw[: 4 * number], "<u4")
    value = np.frombuffer(raw[4 * number : 6 * number], "<f2").astype(np.float32)
    if number and index[-1] >= SIZE:
        raise ValueError("features that there are none of")
    return Features(index, value)


def _says(decision: ModerationEvent | None, comment: Comment) -> bool | None:
    """Whether the decision calls the comment spam; None when it says neither.

    Nothing is learned from the staff's words, nor from imported ones, which are HTML.
    """
    is_readers = comment.body_format == BodyFormat.MARKDOWN and _came_by_the_form(comment)
    if decision is None or not is_readers or not comment.body:
        return None
    if decision.action in SAYS_SPAM:
        return True
    return False if decision.to_status == CommentStatus.PUBLISHED else None


def _came_by_the_form(comment: Comment) -> bool:
    """The staff's answers have no form; that they are the staff's is lost with the account."""
    return comment.submission_key is not None and comment.staff_author_id is None


def _only_proposes(edit: ModerationEvent) -> bool:
    """Whether the words of an edit waited, while readers saw those that were decided on.

    So it is where the comment shows and the new words were not found clean (`own_comment`).
    """
    return edit.from_status == CommentStatus.PUBLISHED and edit.reason != Reason.CLEAN


def _is_by_reports(event: ModerationEvent) -> bool:
    return event.action == Action.HOLD and event.reason == Reason.CHECKS


def _keep(label: SpamLabel, decision: ModerationEvent, *, is_spam: bool) -> None:
    comment = label.comment
    label.is_spam, label.decided_at = is_spam, decision.created_at
    label.moderator_id = decision.actor_id
    label.features, label.featuriser = pack(featurise(read(comment.body))), VERSION
    label.verdict, label.score = comment.verdict, comment.score
    label.model_id = _known(comment.filter_version)
    label.save()
    label.hosts.all().delete()
    _link(label, hosts_in(comment.body, comment.body_html, comment.author_website))
    count_changes(1)


def _known(version: int) -> int | None:
    """The number of a version that there is; null is the seed."""
    return version if version and SpamModel.objects.filter(pk=version).exists() else None


def _link(label: SpamLabel, hosts: Iterable[str]) -> None:
    LinkedHost.objects.bulk_create(LinkedHost(label=label, host=host) for host in hosts)


def _drop(label: SpamLabel | None) -> None:
    if label:
        label.delete()
        count_changes(1)
