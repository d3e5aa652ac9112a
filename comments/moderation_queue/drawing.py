"""Cards as HTML, each by itself: a row that cannot be shown costs its own card, and no page."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comments.moderation_queue.cards import Card
from comments.rulebook import RuleShown

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Drawn:
    """A card and its HTML."""

    card: Card
    html: SafeString


def draw(
    cards: Iterable[Card],
    *,
    back: str,
    rules: Sequence[RuleShown],
    is_listed: bool = True,
    shows_alike: bool = False,
) -> list[Drawn]:
    """Each card as HTML.

    `is_listed` where there are others, and a way to the history of each; `shows_alike` where all of
    a kind are listed, so that no card has to say how many there are.
    """
    context = {
        "back": back,
        "rules": rules,
        "is_listed": is_listed,
        "shows_alike": shows_alike or not is_listed,
    }
    return [Drawn(card, _html(card, context)) for card in cards]


def _html(card: Card, context: dict[str, object]) -> SafeString:
    try:
        return render_to_string("comments/moderation/card.html", context | {"card": card})
    except Exception as broken:
        # Whatever a row holds, or a renderer trips over: the others have to be read all the same.
        logger.exception("comment %s cannot be shown", card.comment.pk)
        told = {"card": card, "problem": type(broken).__name__}
        return render_to_string("comments/moderation/card_broken.html", context | told)
