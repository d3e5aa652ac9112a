"""Finds what could endanger a person in a comment: plain Python, no Django, no network."""

from comments.personal_data.allowed import NOTHING, PUBLIC, Allowed
from comments.personal_data.finder import FINDERS, find
from comments.personal_data.span import Kind, Span

__all__ = ["FINDERS", "NOTHING", "PUBLIC", "Allowed", "Kind", "Span", "find"]
