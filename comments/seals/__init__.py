"""Seals on the log: nobody can change, take out or put in a sealed event without breaking one.

Each seal holds a line for every event that it covers, and the digest of the seal before it. The
newest one stands on /transparency/, so that the whole chain cannot be made anew in silence.
"""

from comments.seals.canonical import canonical, digest_of
from comments.seals.chain import Entry, Totals
from comments.seals.sealing import newest, seal, seal_one
from comments.seals.verifying import Fault, Problem, verify

__all__ = [
    "Entry",
    "Fault",
    "Problem",
    "Totals",
    "canonical",
    "digest_of",
    "newest",
    "seal",
    "seal_one",
    "verify",
]
