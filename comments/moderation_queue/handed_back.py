"""Cards that come back to whoever typed on them, as they stand now, with all that was typed.

Those of decisions that were refused, with why; and those that nobody decided on yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comments import permissions, rulebook
from comments.moderation_queue.cards import make_cards
from comments.moderation_queue.chosen import Typed
from comments.moderation_queue.drawing import Drawn, draw
from comments.moderation_queue.filters import back_of, queue_url
from comments.moderation_queue.screens import screen


@dataclass(frozen=True, kw_only=True)
class HandedBack:
    """`why` of each comment whose decision was refused, and what was `typed` on each card.

    `beyond` tells of what is not in the moderator's section any more; "" where nothing is.
    """

    why: Mapping[int, str] = field(default_factory=dict)
    typed: Mapping[int, Typed] = field(default_factory=dict)
    beyond: str = ""


def page(request: HttpRequest, handed: HandedBack, *, title: str, told: str) -> HttpResponse:
    """The page with these cards, below what was `told` (HTML of ours); 409 if some were refused."""
    back = back_of(request)
    numbers = [*handed.why, *(number for number in handed.typed if number not in handed.why)]
    drawn = {each.card.comment.pk: each for each in cards(request, numbers, typed=handed.typed)}
    context = screen(title, parent=(_("Reader comments"), queue_url(back))) | {
        "told": told,
        "back": back,
        "list_url": queue_url(back),
        "refused": [(drawn[number], why) for number, why in handed.why.items() if number in drawn],
        "left": [each for number, each in drawn.items() if number not in handed.why],
        "number_gone": len(handed.why.keys() - drawn),
        "beyond": handed.beyond,
    }
    status = HTTPStatus.CONFLICT if handed.why or handed.beyond else HTTPStatus.OK
    return render(request, "comments/moderation/decided_page.html", context, status=status)


def cards(
    request: HttpRequest, numbers: Sequence[int], *, typed: Mapping[int, Typed]
) -> list[Drawn]:
    """The cards of these comments as they stand now, as far as the moderator may see them."""
    within = permissions.within(request).filter(pk__in=numbers)
    own = set(within.order_by().values_list("pk", flat=True))
    found = make_cards([number for number in numbers if number in own], request)
    rules = rulebook.in_force(get_language() or "")
    # Whoever decides on all alike does so on the list, where there is one card for them.
    return draw(found, back=back_of(request), rules=rules, shows_alike=True, typed=typed)


def as_html(template: str, context: dict[str, object], request: HttpRequest) -> str:
    """A message above the cards, with what can be done about it."""
    return render_to_string(f"comments/moderation/{template}.html", context, request)
