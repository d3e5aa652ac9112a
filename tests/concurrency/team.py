"""Processes that do something at the same moment: children of one in which Django is ready."""

import multiprocessing
from multiprocessing.context import ForkServerContext

READY = "tests.concurrency.ready"


def begin() -> ForkServerContext:
    """What makes processes, barriers and queues; no process has a connection of another's."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([READY])
    return context
