"""What the database and the pages say after a fault, beside what people were told."""

from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from io import StringIO

from asking import ask
from at_work import IN_ADVERTISEMENT, Look, Stretch

RECOVERS_WITHIN_SECONDS = 10.0
ENDS_AS = {"approve": "published", "mark_spam": "spam", "remove": "removed"}
API_PAGE = 100  # comments


@dataclass(frozen=True)
class Window:
    """When a fault began, when it ended, and when the next one began, or all was over."""

    began: float
    ended: float
    until: float


def wrongs(stretch: Stretch, *, moderator_id: int) -> dict[str, int]:
    """How much there is of everything that must not be. Needs Django."""
    return {
        **_of_comments(stretch),
        **_of_decisions(stretch, moderator_id=moderator_id),
        "not taken": len(stretch.given_up),
        "500": stretch.answers[500] + stretch.reads[500],
        "log broken": _broken_log(),
    }


def _of_comments(stretch: Stretch) -> dict[str, int]:
    from comments.models import Comment

    rows = Comment.objects.filter(page_id__in=[number for number, _path in stretch.posts])
    stored = list(rows.exclude(pk__in=stretch.to_decide).values_list("body", "status"))
    found = Counter(body for body, _status in stored)
    published = [body for body, status in stored if status == "published"]
    shown = sum(map(_shown, (stretch.door,) * len(stretch.posts), stretch.posts))
    expected = rows.filter(status="published").count()
    return {
        "lost": len(stretch.taken - found.keys()),
        "doubled": sum(number > 1 for number in found.values()),
        "wrongly shown": stretch.shown_wrongly
        + sum(IN_ADVERTISEMENT in body for body in published),
        "shown otherwise": abs(shown - expected),
    }


def _shown(door: str, post: tuple[int, str]) -> int:
    """How many comments of a post its API hands out."""
    import json

    path, number = f"/api/v1/threads/{post[0]}?limit={API_PAGE}", 0
    while path:
        answer = ask(door, path)
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"{path} is answered with {answer.status}")
        read = json.loads(answer.words)
        number += len(read["items"])
        onward = read["next"] or ""
        path = onward[onward.index("/api/") :] if onward else ""
    return number


def _of_decisions(stretch: Stretch, *, moderator_id: int) -> dict[str, int]:
    from comments.models import Comment, ModerationEvent

    states = dict(Comment.objects.filter(pk__in=stretch.to_decide).values_list("pk", "status"))
    events = Counter(
        ModerationEvent.objects.filter(
            actor_id=moderator_id, comment_id__in=stretch.to_decide
        ).values_list("comment_id", flat=True)
    )
    carried = {pk for pk, action in stretch.to_decide.items() if states[pk] == ENDS_AS[action]}
    return {
        "decisions lost": len(stretch.decided - (carried & events.keys())),
        "decisions doubled": sum(number > 1 for number in events.values()),
        "decisions not taken": len(stretch.to_decide) - len(carried),
    }


def _broken_log() -> int:
    """1 where `manage.py verify_log` finds something."""
    from django.core.management import CommandError, call_command

    try:
        call_command("verify_log", stdout=StringIO())
    except CommandError:
        return 1
    return 0


def seconds_to_recover(looks: list[Look], windows: list[Window]) -> float:
    """The longest time from the end of a fault until form, page and desk were as they should be.

    Not the first good answer counts but the last bad one: what was good and broke again was not
    well. A look that waited counts by when it was answered; what the next fault cut off is its own.
    """
    return max(
        _of_kind([look for look in looks if look.kind == kind], window)
        for kind in {look.kind for look in looks}
        for window in windows
    )


def _of_kind(looks: list[Look], window: Window) -> float:
    after = [look for look in looks if window.began <= look.began and look.ended > window.ended]
    inside = [look for look in after if look.ended <= window.until]
    bad = [look.ended for look in inside if not look.is_good]
    good = [look.ended for look in inside if look.is_good and look.ended > max(bad, default=0.0)]
    return min(good) - window.ended if good else float("inf")
