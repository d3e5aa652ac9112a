"""Links in what was written."""

import re

from comments.spam.assessment import Evidence, Sign
from comments.spam.context import SpamContext
from comments.submission import Submission

MANY_LINKS = 3
# Beside what the page would make a link of: forum markup, which it would not.
_LINK = re.compile(r"https?://|www\.|\[url", re.IGNORECASE)


def links_in_body(submission: Submission, context: SpamContext) -> Evidence | None:
    """Evidence of any link; from three on it is a sign of its own."""
    count = max(context.links, len(_LINK.findall(submission.body)))
    if not count:
        return None
    return Evidence(Sign.MANY_LINKS if count >= MANY_LINKS else Sign.LINKS, str(count))
