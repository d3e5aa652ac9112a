"""What the filter costs: time, size, memory; and that training it again gives the same."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from comments.learning import evaluation, seeding
from comments.spam import SpamContext, assess, seed
from spam_bench.figure import Figure
from tests.comments.spam.hostile import hostile_texts
from tests.comments.spam.submissions import a_submission

TIMED = 3_000
ROUNDS = 2

Timed = Callable[[str], object]


def one_comment(texts: Sequence[str]) -> Iterator[Figure]:
    """CPU time of all filters over a comment, beside counting its words in plain Python."""
    chosen = texts[:TIMED]
    took, counting = (_milliseconds(chosen, work) for work in (_assess, _count_words))
    for per_cent in (50, 99):
        value, reference = (float(np.percentile(each, per_cent)) for each in (took, counting))
        yield Figure(f"one comment, p{per_cent} CPU", value, "ms", len(chosen), reference)


def hostile_input() -> Iterator[Figure]:
    """The dearest of the hostile texts, beside counting the words of the same one."""
    texts = list(hostile_texts().values())
    took, counting = (_milliseconds(texts, work) for work in (_assess, _count_words))
    worst = int(np.argmax(took))
    yield Figure("worst hostile input, CPU", took[worst], "ms", len(texts), counting[worst])


def size() -> Iterator[Figure]:
    """The seed as a file, and what the filter adds to a process."""
    data = (seed.FOLDER / "seed.npz").read_bytes()
    yield Figure("model", len(data), "bytes", 1)
    yield Figure("added memory", evaluation.added_memory_mb(), "MB", 1)


def retrained(folder: Path) -> Iterator[Figure]:
    """Whether training gives the shipped bytes, else whether it gives the same twice; 1 is yes."""
    shipped = (seed.FOLDER / "seed.npz").read_bytes()
    again = seeding.train_seed(folder)[0]
    is_shipped = again == shipped
    is_same = is_shipped or again == seeding.train_seed(folder)[0]
    yield Figure("retrained seed is the shipped one", is_shipped, "yes", 1)
    yield Figure("seed trained twice is the same", is_same, "yes", 2)


def _milliseconds(texts: Sequence[str], work: Timed) -> list[float]:
    """Of each text the quickest of some rounds: the others waited for a shared machine."""
    rounds = [[_took(text, work) for text in texts] for _round in range(ROUNDS)]
    return [1_000 * min(times) for times in zip(*rounds, strict=True)]


def _took(text: str, work: Timed) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def _assess(text: str) -> object:
    return assess(a_submission(body=text), SpamContext(model=seed.load()))


def _count_words(text: str) -> object:
    return Counter(text.lower().split())
