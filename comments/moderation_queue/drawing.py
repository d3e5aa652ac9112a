"""Cards as HTML, each by itself: a row that cannot be shown costs its own card, and no page."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comments.moderation_queue.cards import Card
from comments.moderation_queue.chosen import Typed
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
    typed: Mapping[int, Typed] | None = None,
) -> list[Drawn]:
    """Each card as HTML.

    `is_listed` where there are others, and a way to the history of each; `shows_alike` where all of
    a kind are listed, so that no card has to say how many there are. `typed` is what was chosen and
    typed on cards that come back, by the number of the comment.
    """
    context = {
        "back": back,
        # The same on every card, and once is enough.
        "rule_options": _options(rules),
        "is_listed": is_listed,
        "shows_alike": shows_alike or not is_listed,
    }
    back_again = {
        number: {"typed": each, "rule_options": _options(rules, chosen=each.rule)}
        for number, each in (typed or {}).items()
    }
    return [
        Drawn(card, _html(card, context | back_again.get(card.comment.pk, {}))) for card in cards
    ]


def _options(rules: Sequence[RuleShown], *, chosen: str = "") -> SafeString:
    context = {"rules": rules, "chosen": chosen}
    return render_to_string("comments/moderation/rule_options.html", context)


def _html(card: Card, context: dict[str, object]) -> SafeString:
    try:
        return render_to_string("comments/moderation/card.html", context | {"card": card})
    except Exception as broken:
        # Whatever a row holds, or a renderer trips over: the others have to be read all the same.
        logger.exception("comment %s cannot be shown", card.comment.pk)
        told = {"card": card, "problem": type(broken).__name__}
        return render_to_string("comments/moderation/card_broken.html", context | told)
