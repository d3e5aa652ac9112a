"""How soon a person should look at a comment, beside its age: what may do harm comes first.

The list of what waits is ordered by it. For binned comments it says something else, which the
list needs as an index, too: 1 once a person has said that it is spam, and so it needs nobody.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from comments.models import Comment, ModerationEvent, Report, ReportReason
from comments.spam import Sign
from comments.states import FIRST_EVENTS, Action, CommentStatus

PERSONAL_DATA = 40
THREAT = 30
REPORTED = 20
WAS_PUBLISHED = 10
CONFIRMED = 1

# What a reader reports it as says how soon; nobody has looked yet whether it is so.
REPORTED_AS: dict[str, int] = {ReportReason.THREAT: THREAT}
SAID_SPAM = (Action.MARK_SPAM, Action.CONFIRM_SPAM)
# They take a comment away and bring it back as it was: what was said of it before counts.
SAID_NOTHING = (Action.TRASH, Action.RESTORE)


def follow(events: Sequence[ModerationEvent]) -> None:
    """Write the urgency of the events' comments; in the act's transaction, what reports say first.

    Three queries, of which what has just come needs none, and an update for each urgency that
    becomes theirs.
    """
    comments = [event.comment for event in events]
    waiting = [each for each in comments if each.status == CommentStatus.PENDING]
    new = {event.comment_id for event in events if event.action in FIRST_EVENTS}
    binned = [each.pk for each in comments if each.status == CommentStatus.SPAM]
    urgencies = _of_waiting(waiting, new) | dict.fromkeys(_confirmed(binned), CONFIRMED)
    changed: dict[int, list[int]] = {}
    for comment in comments:
        urgency = urgencies.get(comment.pk, 0)
        if comment.urgency != urgency:
            comment.urgency = urgency
            changed.setdefault(urgency, []).append(comment.pk)
    for urgency, numbers in changed.items():
        Comment.objects.filter(pk__in=numbers).update(urgency=urgency)


def has_sign(evidence: object, sign: str) -> bool:
    """Whether that is among what was found in a comment, whatever its row holds."""
    rows = evidence if isinstance(evidence, list) else []
    return any(isinstance(row, Mapping) and row.get("sign") == sign for row in rows)


def _of_waiting(comments: Collection[Comment], new: Collection[int]) -> dict[int, int]:
    """`new` are the numbers of those that nobody can have reported or published yet."""
    known = [comment.pk for comment in comments if comment.pk not in new]
    reported, was_public = (_reported(known), _published(known)) if known else ({}, set[int]())
    return {
        comment.pk: max(_reasons(comment, reported=reported, was_public=was_public), default=0)
        for comment in comments
    }


def _reported(numbers: Collection[int]) -> dict[int, list[int]]:
    """How urgent the open reports of each comment make it."""
    reports = Report.objects.open().filter(comment__in=numbers).order_by()
    found: dict[int, list[int]] = {}
    for number, reason in reports.values_list("comment_id", "reason"):
        found.setdefault(number, []).append(REPORTED_AS.get(reason, REPORTED))
    return found


def _published(numbers: Collection[int]) -> set[int]:
    events = ModerationEvent.objects.filter(comment__in=numbers, to_status=CommentStatus.PUBLISHED)
    return set(events.order_by().values_list("comment_id", flat=True))


def _reasons(
    comment: Comment, *, reported: Mapping[int, Iterable[int]], was_public: Collection[int]
) -> Iterable[int]:
    if has_sign(comment.evidence, Sign.PERSONAL_DATA):
        yield PERSONAL_DATA
    if has_sign(comment.evidence, Sign.THREAT):
        yield THREAT
    yield from reported.get(comment.pk, ())
    if comment.pk in was_public:
        yield WAS_PUBLISHED


def _confirmed(numbers: Collection[int]) -> Iterable[int]:
    """Those of the binned comments whose last standing decision says that they are spam."""
    if not numbers:
        return []
    decided = ModerationEvent.objects.decided().filter(comment__in=numbers)
    said = (
        decided.exclude(action__in=SAID_NOTHING).order_by("pk").values_list("comment_id", "action")
    )
    latest = dict(said)
    return [number for number, action in latest.items() if action in SAID_SPAM]
