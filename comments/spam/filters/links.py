"""Links in what was written."""

import re

from comments.spam.assessment import Evidence, Sign
from comments.spam.examination import Examination

MANY_LINKS = 3
# Beside what the page would make a link of: forum markup, which it would not.
_LINK = re.compile(r"https?://|www\.|\[url", re.IGNORECASE)


def links_in_body(examined: Examination) -> Evidence | None:
    """Evidence of any link, which only informs; from three on it asks for a person."""
    count = max(examined.context.links, len(_LINK.findall(examined.submission.body)))
    if not count:
        return None
    return Evidence(Sign.MANY_LINKS if count >= MANY_LINKS else Sign.LINKS, str(count))
