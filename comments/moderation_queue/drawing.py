"""Cards as HTML, each by itself: a row that cannot be shown costs its own card, and no page."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comments import stencils
from comments.moderation_queue.card_values import Surroundings, fixed_of, values_of
from comments.moderation_queue.cards import Card
from comments.moderation_queue.chosen import Typed
from comments.rulebook import RuleShown, code_of

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
    around = Surroundings(
        back=quote(back, safe=""),
        rule_options=_options(rules),
        is_listed=is_listed,
        shows_alike=shows_alike or not is_listed,
    )
    again = {} if typed is None else typed
    return [Drawn(card, _html(card, around, rules, again.get(card.comment.pk))) for card in cards]


def _options(rules: Sequence[RuleShown], *, chosen: str = "") -> SafeString:
    context = {"rules": rules, "chosen": chosen}
    return render_to_string("comments/moderation/rule_options.html", context)


def _html(
    card: Card, around: Surroundings, rules: Sequence[RuleShown], typed: Typed | None
) -> SafeString:
    if typed:
        around = replace(around, rule_options=_options(rules, chosen=code_of(typed.rule)))
    try:
        values, fixed = values_of(card, around, typed), fixed_of(card, around, typed)
        return stencils.fill("comments/moderation/card.html", values, fixed)
    except Exception as broken:
        # Whatever a row holds, or a renderer trips over: the others have to be read all the same.
        logger.exception("comment %s cannot be shown", card.comment.pk)
        told = {"card": card, "problem": type(broken).__name__, "back": around.back}
        return render_to_string("comments/moderation/card_broken.html", told)
