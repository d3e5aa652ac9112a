"""What asks for a person before a comment may be public, beside the spam filter.

A check holds. It never refuses, never bins, and when it breaks it holds as well.
"""

from comments.scrutiny.examine import CHECKS, Check, examine
from comments.scrutiny.threats import AUTHORITIES, VIOLENCE

__all__ = ["AUTHORITIES", "CHECKS", "VIOLENCE", "Check", "examine"]
