"""Everything that is judged about a submission, gathered in one value."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Page, Site

from comments import rendering
from comments.rules import Rules
from comments.submission import Submission


@dataclass(frozen=True)
class Case:
    """A submission, the page it is for, and the rules that hold there now."""

    submission: Submission
    page: Page
    rules: Rules

    @cached_property
    def rendered(self) -> rendering.Rendered:
        """The words as HTML; rendered once, when first asked for."""
        return rendering.render(self.submission.body)

    @cached_property
    def site(self) -> Site | None:
        """The site of the page; None for one that belongs to no site."""
        return self.page.get_site()
