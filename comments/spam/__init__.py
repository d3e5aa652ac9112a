"""The spam filter: plain Python and NumPy, no Django, no network, no clock, no database."""

from comments.spam.assess import FILTERS, assess
from comments.spam.assessment import Assessment, Evidence, Sign, Verdict
from comments.spam.context import Alike, SpamContext
from comments.spam.model import Model, Thresholds
from comments.spam.terms import Terms

__all__ = [
    "FILTERS",
    "Alike",
    "Assessment",
    "Evidence",
    "Model",
    "Sign",
    "SpamContext",
    "Terms",
    "Thresholds",
    "Verdict",
    "assess",
]
