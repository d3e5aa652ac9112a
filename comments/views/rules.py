"""The page of the newsroom's rules: what holds now, and everything that it ever said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from comments import rulebook
from comments.models import Rule, RuleText, RuleVersion
from comments.views.answering import speak


@dataclass(frozen=True, kw_only=True)
class RuleAccount:
    """One rule in one language: its versions, the newest first."""

    rule: Rule
    texts: tuple[RuleText, ...]

    @property
    def current(self) -> RuleText:
        """What it says now, or said last."""
        return self.texts[0]

    @property
    def earlier(self) -> tuple[RuleText, ...]:
        """What it said before."""
        return self.texts[1:]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One line of the change log; `until` tells that the rule was taken out of force then."""

    at: datetime
    text: RuleText
    is_retirement: bool = False


@require_safe
def rules(request: HttpRequest, language: str = "") -> HttpResponse:
    """GET comments:rules, and comments:rules_in in another language; 404 for one unknown here.

    Nobody's alone and without a cookie, so every cache may keep it.
    """
    told = language or settings.LANGUAGE_CODE
    if told not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(told):
        accounts = accounts_of(rulebook.history(), told)
        context: dict[str, object] = {
            "accounts": [each for each in accounts if each.rule.retired_at is None],
            "retired": [each for each in accounts if each.rule.retired_at is not None],
            "changes": changes_of(accounts),
            "languages": settings.LANGUAGES,
        }
        return speak(request, "comments/rules.html", context)


def accounts_of(versions: Iterable[RuleVersion], language: str) -> list[RuleAccount]:
    """The rules of `rulebook.history`, told in a language as far as they are."""
    return [
        RuleAccount(rule=rule, texts=tuple(rulebook.text_of(each, language) for each in of_rule))
        for rule, of_rule in groupby(versions, key=lambda version: version.rule)
    ]


def changes_of(accounts: Iterable[RuleAccount]) -> list[Change]:
    """Everything that changed in the rules, the last change first."""
    changes = []
    for account in accounts:
        changes += [Change(at=text.version.effective_at, text=text) for text in account.texts]
        if account.rule.retired_at:
            at = account.rule.retired_at
            changes.append(Change(at=at, text=account.current, is_retirement=True))
    return sorted(changes, key=lambda change: (change.at, change.text.pk), reverse=True)
