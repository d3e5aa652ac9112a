"""The spam filter: plain Python, no Django, no network, no clock, no database."""

from comments.spam.assess import FILTERS, assess
from comments.spam.assessment import Assessment, Evidence, Sign, Verdict
from comments.spam.context import SpamContext

__all__ = ["FILTERS", "Assessment", "Evidence", "Sign", "SpamContext", "Verdict", "assess"]
