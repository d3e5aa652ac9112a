"""A database in which another scenario has left its comments, emptied for the next one."""


def forget_everything() -> None:
    """Delete every comment with what hangs on it, every count, and the staff (names count too)."""
    from accounts.models import User
    from comments.models import (
        Appeal,
        Comment,
        DeskEvent,
        Explanation,
        ModerationEvent,
        Subscription,
    )
    from operations.models import LimitCounter

    for model in (Appeal, DeskEvent, Explanation):
        model.objects.all().delete()
    ModerationEvent.objects.update(undoes=None)
    ModerationEvent.objects.all().delete()
    Subscription.objects.all().delete()
    Comment.objects.update(parent=None, root=None)
    Comment.objects.all().delete()
    LimitCounter.objects.all().delete()
    User.objects.all().delete()
