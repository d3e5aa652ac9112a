"""What the filter found in words that are no comment, for those who read them."""

from collections.abc import Iterable, Mapping

from django import template

from comments.moderation_queue.signs import clause

register = template.Library()


@register.filter
def clauses(evidence: Iterable[Mapping[str, str]]) -> list[str]:
    """The evidence as `outside_text.judge` gave it, a clause each."""
    return [clause(each["sign"], each["detail"]) for each in evidence]
