"""What asks for a person before a comment may be public, beside the spam filter.

A check holds. It never refuses, never bins, and when it breaks it holds as well.
"""

from comments.scrutiny.examine import CHECKS, Check, examine

__all__ = ["CHECKS", "Check", "examine"]
