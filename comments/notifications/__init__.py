"""Who is told of what, by mail, and that only because they asked and confirmed.

`record` writes what is to be told in the transaction of the event; the worker's clock calls
`dispatch_due`, which looks whether it is still true and puts one mail into the outbox. A mail
holds a link and nothing that anybody wrote.
"""

from comments.notifications.confirming import also_asked, confirm
from comments.notifications.dispatch import dispatch_due
from comments.notifications.ending import (
    change_frequency,
    forget_comment,
    stop,
    stop_everything,
    stop_for_moderator,
)
from comments.notifications.keeping import forget_old
from comments.notifications.morning import send_digests
from comments.notifications.recording import record, record_many
from comments.notifications.second_look import tell_of_appeal
from comments.notifications.subscribing import Wish, ask, subscribe

__all__ = [
    "Wish",
    "also_asked",
    "ask",
    "change_frequency",
    "confirm",
    "dispatch_due",
    "forget_comment",
    "forget_old",
    "record",
    "record_many",
    "send_digests",
    "stop",
    "stop_everything",
    "stop_for_moderator",
    "subscribe",
    "tell_of_appeal",
]
