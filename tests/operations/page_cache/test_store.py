"""What is kept takes no more room than it may."""

from django.http import HttpResponse

from operations.page_cache.kept import Kept
from operations.page_cache.store import Store


def kept(size: int, *, number: int = 0) -> Kept:
    return Kept.of(HttpResponse("x" * size), number=number, dies_at=10.0)


def key(name: str) -> tuple[str, str, str, str]:
    return ("http", "testserver", name, "")


def test_what_was_not_asked_for_longest_goes_first() -> None:
    one = kept(10_000)
    store = Store(most_bytes=5 * one.size)
    for name in "abcde":
        store.put(key(name), one)
    store.get(key("a"), number=0, now=0.0)
    store.put(key("f"), one)
    there = [name for name in "abcdef" if store.get(key(name), number=0, now=0.0)]
    assert there == ["a", "c", "d", "e", "f"]


def test_what_is_too_large_is_not_kept() -> None:
    store = Store(most_bytes=100_000)
    store.put(key("a"), kept(60_000))
    assert store.get(key("a"), number=0, now=0.0) is None


def test_what_was_made_before_never_takes_the_place_of_what_was_made_later() -> None:
    store = Store(most_bytes=1_000_000)
    store.put(key("a"), kept(10, number=2))
    store.put(key("a"), kept(10, number=1))
    assert store.get(key("a"), number=2, now=0.0)


def test_it_is_good_for_its_number_and_its_time_only() -> None:
    store = Store(most_bytes=1_000_000)
    store.put(key("a"), kept(10, number=2))
    assert store.get(key("a"), number=3, now=0.0) is None
    assert store.get(key("a"), number=2, now=10.0) is None
    assert store.get(key("a"), number=2, now=9.9)


def test_room_is_given_back() -> None:
    store = Store(most_bytes=1_000_000)
    for _time in range(100):
        store.put(key("a"), kept(10_000))
    assert store._bytes == kept(10_000).size
