"""Two processes send from one outbox at the same moments.

Run as a module with the mail server's port and the number of mails; prints one line of JSON with
how many mails each of them sent.
"""

import json
import sys
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier

import django

from tests.concurrency import team

PATIENCE_SECONDS = 60
POSTMEN = ("ana", "ben")


def send_all(name: str, port: int, start: Barrier, told: SimpleQueue) -> None:
    """One process: send until nothing waits any more."""
    django.setup()
    from django.test import override_settings

    from operations import outbox
    from operations.models import OutboxMail

    sent = 0
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        OutboxMail.objects.waiting().exists()
        start.wait(PATIENCE_SECONDS)
        while OutboxMail.objects.waiting().exists():
            sent += outbox.send_due().sent
    told.put({name: sent})


def post_all(number: int) -> None:
    """One mail to each of so many recipients."""
    from operations import outbox

    for reader in range(number):
        mail = outbox.Mail(
            key=f"reply:1:{reader}",
            recipient=f"reader{reader}@readers.example",
            subject="Somebody answered",
            text="https://news.example/",
        )
        outbox.post(mail)


def race(port: int) -> dict[str, int]:
    """Let both send; how many each of them sent."""
    context = team.begin()
    start, told = context.Barrier(len(POSTMEN)), context.SimpleQueue()
    racers = [context.Process(target=send_all, args=(name, port, start, told)) for name in POSTMEN]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    sent = {}
    for racer in racers:
        sent |= told.get() if racer.exitcode == 0 else {"failed": 1}
    return sent


def main(port: int, number: int) -> dict[str, int]:
    """The whole scenario."""
    django.setup()
    from django.db import connection

    post_all(number)
    connection.close()
    return race(port)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201  (for the test)
