"""Mail that leaves later: a row written with what it tells of, sent by the worker.

`post` belongs into the transaction of the act, so that there is no act without its mail and no
mail without its act. The worker's `Postman` then sends what is due, over any number of workers
each mail once: only who is killed between the mail server's "yes" and our note of it sends one
mail twice, and its Message-ID is the same both times.
"""

from operations.outbox.keeping import forget_old
from operations.outbox.posting import Mail, post
from operations.outbox.postman import SEND_EVERY_SECONDS, Postman
from operations.outbox.reviving import revivable, revive
from operations.outbox.sending import send_due
from operations.outbox.withdrawing import withdraw

__all__ = [
    "SEND_EVERY_SECONDS",
    "Mail",
    "Postman",
    "forget_old",
    "post",
    "revivable",
    "revive",
    "send_due",
    "withdraw",
]
