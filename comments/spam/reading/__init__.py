"""Reading a text as a person would: what hides its words from a filter is undone and counted.

Every step is linear in the length of the text, which is cut before the first and nowhere else:
what is scored is all that was sent.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from comments.spam.reading.addresses import hosts_of, repair_addresses, without_paths
from comments.spam.reading.letters import (
    fold_compatibility,
    fold_look_alikes,
    strip_invisible,
    strip_marks,
)
from comments.spam.reading.markup import strip_emphasis, unescape
from comments.spam.reading.spelling import join_spaced_letters, spell_out_leet

# Longer texts are read as far as this. A submission is no longer (conf.MAX_BODY_CHARACTERS).
MAX_CHARACTERS = 5_000

Step = Callable[[str], tuple[str, int]]

# In this order; each says how often it found something.
STEPS: tuple[tuple[str, Step], ...] = (
    ("entities", unescape),
    ("invisible", strip_invisible),
    ("compatibility", fold_compatibility),
    ("look_alikes", fold_look_alikes),
    ("repaired_addresses", repair_addresses),
    ("spaced_letters", join_spaced_letters),
    ("emphasis", strip_emphasis),
)


@dataclass(frozen=True)
class Reading:
    """`text` in small Latin letters as far as it is Latin, addresses cut to their hosts.

    `typed` is what was read of the text as it came; `hosts` are in order, with repetitions;
    `found` counts what each step undid.
    """

    typed: str
    text: str
    hosts: tuple[str, ...]
    found: Mapping[str, int]


def read(text: str) -> Reading:
    """Read a text of any length."""
    typed = text = text[:MAX_CHARACTERS]
    found = {}
    for name, step in STEPS:
        text, found[name] = step(text)
    text = strip_marks(text)
    hosts = hosts_of(text)
    text, found["leet"] = spell_out_leet(without_paths(text))
    return Reading(typed, text, hosts, found)
