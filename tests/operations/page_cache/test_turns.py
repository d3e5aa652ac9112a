"""A page that many ask for at once is made once."""

import threading

from operations.page_cache.turns import Turns

KEY = ("http", "testserver", "/", "")


def test_others_wait_for_whoever_came_first() -> None:
    turns, order = Turns(), []
    came, may_go = threading.Event(), threading.Event()

    def first() -> None:
        with turns.take(KEY) as waited:
            came.set()
            may_go.wait(5)
            order.append(("first", waited))

    def second() -> None:
        with turns.take(KEY) as waited:
            order.append(("second", waited))

    one = threading.Thread(target=first)
    one.start()
    came.wait(5)
    two = threading.Thread(target=second)
    two.start()
    may_go.set()
    one.join(5)
    two.join(5)
    assert order == [("first", False), ("second", True)]
    assert turns._locks == {}


def test_nobody_waits_for_what_is_never_kept() -> None:
    turns = Turns()
    turns.remember(KEY, is_kept=False)
    with turns.take(KEY) as first, turns.take(KEY) as second:
        assert (first, second) == (False, False)
    turns.remember(KEY, is_kept=True)
    with turns.take(KEY):
        assert KEY in turns._locks
