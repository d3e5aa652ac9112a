"""Two processes count for the same limits at the same moments, in opposite orders.

Run as a module with the scenario and the number of takes of each; prints one line of JSON with
how many were allowed.
"""

import json
import sys
from collections import Counter
from datetime import timedelta
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from uuid import uuid4

import django

from tests.concurrency import team

PATIENCE_SECONDS = 60
AN_HOUR = timedelta(hours=1)
PROCESSES = ("ana", "ben")


def take_all(name: str, takes: int, run: str, start: Barrier, told: SimpleQueue) -> None:
    """One process: `takes` at a page with room for half of what both try, and at one's own limit.

    Ana's own has room for a tenth of what she tries, Ben's for all.
    """
    django.setup()
    from django.db import connection

    from operations.limits import Limit, take

    own = {"ana": takes // 10, "ben": takes}[name]
    limits = [
        Limit("page", key=run, times=takes, per=AN_HOUR),
        Limit("site", key=run, times=3 * takes, per=AN_HOUR),
        Limit("address", key=run + name, times=own, per=AN_HOUR),
    ]
    ordered = limits if name == "ana" else limits[::-1]
    connection.ensure_connection()
    start.wait(PATIENCE_SECONDS)
    allowed = sum(take(*ordered).is_allowed for _take in range(takes))
    told.put({name: allowed})


def take_one(name: str, takes: int, run: str, start: Barrier, told: SimpleQueue) -> None:
    """One process: `takes` at a limit that has room for half of what both try."""
    django.setup()
    from django.db import connection

    from operations.limits import Limit, take

    limit = Limit("comment", key=run, times=takes, per=AN_HOUR)
    connection.ensure_connection()
    start.wait(PATIENCE_SECONDS)
    told.put({"allowed": sum(take(limit).is_allowed for _take in range(takes))})


def race(scenario: str, takes: int) -> dict[str, int]:
    """Let both count; the sum of what they were allowed."""
    target = {"one": take_one, "all": take_all}[scenario]
    context = team.begin()
    start, told = context.Barrier(len(PROCESSES)), context.SimpleQueue()
    run = uuid4().hex
    racers = [
        context.Process(target=target, args=(name, takes, run, start, told)) for name in PROCESSES
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    allowed = Counter()
    for racer in racers:
        allowed.update(told.get() if racer.exitcode == 0 else {"failed": 1})
    return dict(allowed)


if __name__ == "__main__":
    print(json.dumps(race(sys.argv[1], int(sys.argv[2]))))  # noqa: T201  (for the test)
