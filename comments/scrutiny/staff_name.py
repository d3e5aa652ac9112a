"""Names by which readers would take a guest for somebody of the newsroom."""

from comments.case import Case
from comments.names import imitates
from comments.spam import Evidence, Sign
from comments.staff import staff_names


def passes_for_staff(case: Case) -> Evidence | None:
    """The same name, one that looks like it, or a name with an office in it."""
    taken = staff_names(case.page, case.site)
    name = imitates(case.submission.author_name, staff_names=taken)
    return Evidence(Sign.STAFF_NAME, name) if name else None
