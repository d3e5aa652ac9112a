"""The public report on moderation: counted from the log alone, and safe to publish.

`counting` makes figures of the log, `keeping` keeps them by month, `suppression` says which numbers
tell of nobody, `publication` puts the report together, and `formats` writes it down.
"""

from comments.transparency.keeping import count_due, kept, rebuild, recounted
from comments.transparency.publication import Counted, Publication, publication

__all__ = ["Counted", "Publication", "count_due", "kept", "publication", "rebuild", "recounted"]
