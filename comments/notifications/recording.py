"""What follows an event for those who want to be told: rows of the event's own transaction."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from accounts.models import User
from comments import conf, permissions
from comments.models import Frequency, ModerationEvent, Notice, Subscription, Topic
from comments.notifications import keeping, truth
from comments.states import FIRST_EVENTS, Action, CommentStatus

# A person's word on a comment, of which its writer is told. An undo speaks by being too early.
DECISIONS = (Action.APPROVE, Action.MARK_SPAM, Action.REMOVE, Action.TRASH, Action.RESTORE)
INSERT = "INSERT INTO comments_notice (event_id, subscription_id, created_at, due_at)"


def record(event: ModerationEvent) -> None:
    """Write what the event has to tell; what it made untrue before anybody was told goes.

    Nobody is told of imports, and of what happens to the words alone.
    """
    if event.action == Action.IMPORT or event.from_status == event.to_status:
        return
    if event.action not in FIRST_EVENTS:
        _forget_untold(event)
    _tell_readers(event)
    if settings.HAS_MAIL and _is_held_by_itself(event):
        _tell_moderators(event)


def record_many(events: Collection[ModerationEvent]) -> None:
    """The same for what was decided on many comments at once; most of it concerns nobody."""
    untold = Notice.objects.waiting().filter(subscription__isnull=False)
    moved = [event for event in events if event.from_status != event.to_status]
    untold.filter(event__comment_id__in=[event.comment_id for event in moved]).delete()
    for event in _listened_to(moved):
        _tell_readers(event)


def _listened_to(events: Collection[ModerationEvent]) -> list[ModerationEvent]:
    """Those of whose comment, page or parent somebody wants to hear."""
    wishes = Subscription.objects.exclude(frequency=Frequency.NEVER)
    pages = {event.comment.page_id for event in events}
    answered = {event.comment.parent_id or 0 for event in events}
    comments = {event.comment_id for event in events} | answered
    followed = set(
        wishes.filter(topic=Topic.PAGE, page_id__in=pages).values_list("page_id", flat=True)
    )
    asked = set(wishes.filter(comment_id__in=comments).values_list("comment_id", flat=True))
    return [
        event
        for event in events
        if event.comment.page_id in followed or {event.comment_id, event.comment.parent_id} & asked
    ]


def _forget_untold(event: ModerationEvent) -> None:
    untold = Notice.objects.waiting().filter(subscription__isnull=False)
    untold.filter(event__comment_id=event.comment_id).delete()


def _tell_readers(event: ModerationEvent) -> None:
    wanted = _about_the_decision(event) | _about_the_publication(event)
    if not wanted:
        return
    due_at = event.created_at + (conf.UNDO_WINDOW if event.actor_id else timedelta(0))
    listeners = Subscription.objects.filter(wanted).exclude(frequency=Frequency.NEVER)
    _write(event, listeners.exclude(_was_told(event)), due_at=due_at)


def _write(event: ModerationEvent, listeners: QuerySet[Subscription], *, due_at: datetime) -> None:
    """One statement, however many listen: nobody else can write while this transaction lasts."""
    rows = listeners.annotate(
        of_event=Value(event.pk),
        written_at=Value(timezone.now(), output_field=DateTimeField()),
        due=Value(due_at, output_field=DateTimeField()),
    ).values_list("of_event", "pk", "written_at", "due")
    select, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{INSERT} {select}", parameters)


def _about_the_decision(event: ModerationEvent) -> Q:
    is_decision = event.actor_id and event.action in DECISIONS
    return Q(topic=Topic.DECISION, comment_id=event.comment_id) if is_decision else Q()


def _about_the_publication(event: ModerationEvent) -> Q:
    """Who follows the page, and who wrote what the comment answers."""
    comment = event.comment
    if event.to_status != CommentStatus.PUBLISHED or not _is_news(event):
        return Q()
    wanted = Q(topic=Topic.PAGE, page_id=comment.page_id)
    if comment.parent_id:
        wanted |= Q(topic=Topic.REPLIES, comment_id=comment.parent_id)
    own = truth.subscriptions_of_the_writer(comment)
    return wanted & ~Q(email__in=own.values("email")) & ~Q(email__iexact=comment.author_email)


def _is_news(event: ModerationEvent) -> bool:
    """Whether nobody can have been told of the comment before our memory of that ends."""
    if event.action in FIRST_EVENTS:
        return True
    earlier = ModerationEvent.objects.filter(
        comment_id=event.comment_id, to_status=CommentStatus.PUBLISHED, pk__lt=event.pk
    )
    is_old: datetime = event.created_at - keeping.KEEP
    return not earlier.filter(Q(action=Action.IMPORT) | Q(created_at__lte=is_old)).exists()


def _was_told(event: ModerationEvent) -> Q:
    """Of the same comment, by an earlier event. Of every decision its writer is told anew."""
    told = Notice.objects.filter(
        subscription=OuterRef("pk"),
        event__comment_id=event.comment_id,
        event__to_status=CommentStatus.PUBLISHED,
    )
    return ~Q(topic=Topic.DECISION) & Q(Exists(told))


def _is_held_by_itself(event: ModerationEvent) -> bool:
    return event.to_status == CommentStatus.PENDING and event.actor_id is None


def _tell_moderators(event: ModerationEvent) -> None:
    """One row for each who has none waiting: their mail counts what waits, it names nothing."""
    rows = [Notice(event=event, user=user, due_at=event.created_at) for user in _idle_moderators()]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def _idle_moderators() -> QuerySet[User]:
    untold = Notice.objects.waiting().filter(user=OuterRef("pk"))
    wants_less = Q(comment_notices__frequency__in=(Frequency.DAILY, Frequency.NEVER))
    return permissions.moderators().exclude(email="").exclude(wants_less).exclude(Exists(untold))
