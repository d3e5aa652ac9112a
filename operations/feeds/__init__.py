"""Feeds: what they hold, how RSS, Atom and JSON Feed spell it, and how they are asked for again."""

from operations.feeds.answering import Spelling, answer, send, spelling_of
from operations.feeds.content import absolute
from operations.feeds.feed import Feed, Gone, Item, Person, name_of
from operations.feeds.places import front_page, whole

__all__ = [
    "Feed",
    "Gone",
    "Item",
    "Person",
    "Spelling",
    "absolute",
    "answer",
    "front_page",
    "name_of",
    "send",
    "spelling_of",
    "whole",
]
