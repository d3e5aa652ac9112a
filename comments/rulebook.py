"""The rules by which comments are removed: publishing them, and what they said when.

A version never changes, for decisions refer to it. What `comments/rules.py` holds is another thing:
who may speak how.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from comments import desk_log
from comments.models import DeskAct, Rule, RuleText, RuleVersion

MAX_CODE_CHARACTERS = 40

# By language: the title and the text.
Texts = Mapping[str, tuple[str, str]]


class LastRule(Exception):
    """Without it no rule would be in force, and nothing could be removed."""


class RuleChanged(Exception):
    """Whoever chose a rule had read an older version; `version` is the one in force."""

    def __init__(self, version: RuleVersion) -> None:
        super().__init__(str(version))
        self.version = version


@dataclass(frozen=True, kw_only=True)
class RuleShown:
    """A rule in force, as a page of some language says it; `position` counts from 1."""

    position: int
    rule: Rule
    version: RuleVersion
    title: str
    text: str
    language: str

    @property
    def name(self) -> str:
        """What a form sends for it: so a removal is by the version that the moderator had read."""
        return f"{self.rule.code}.{self.version.number}"


def publish(
    rule: Rule | None, *, texts: Texts, user: User, code: str = "", reason: str = ""
) -> RuleVersion:
    """Publish a new rule (None), or what a rule says from now on; unchanged texts make no version.

    Texts without a title are left out. Code and reason are settled with the first version.
    Raises `ValueError` without any text.
    """
    said = {language: text for language, text in texts.items() if text[0]}
    if not said:
        raise ValueError("a rule without words")
    with transaction.atomic():
        rules = _lock()
        if rule is None:
            rule = Rule.objects.create(code=code, reason=reason, position=_after(rules))
        latest = rule.versions.order_by("-number").first()
        if latest and _texts(latest) == said:
            return latest
        version = _add(rule, said, number=latest.number + 1 if latest else 1, user=user)
        _note(DeskAct.RULE, version, user=user)
    return version


def retire(rule: Rule, *, user: User) -> None:
    """Remove nothing by this rule from now on. Raises `LastRule`."""
    with transaction.atomic():
        in_force = [each for each in _lock() if each.retired_at is None]
        if rule not in in_force:
            return
        if in_force == [rule]:
            raise LastRule(rule.code)
        Rule.objects.filter(pk=rule.pk).update(retired_at=timezone.now())
        _note(DeskAct.RETIRE_RULE, rule.current, user=user)


def bring_back(rule: Rule, *, user: User) -> None:
    """Let a retired rule hold again, in its last version."""
    with transaction.atomic():
        _lock()
        if Rule.objects.filter(pk=rule.pk).exclude(retired_at=None).update(retired_at=None):
            _note(DeskAct.RULE, rule.current, user=user)


def move_up(rule: Rule) -> None:
    """Put a rule before the one in force that stands before it; the first stays the first."""
    with transaction.atomic():
        _lock()
        order = list(Rule.objects.in_force())
        place = order.index(rule) if rule in order else 0
        if place:
            order[place - 1 : place + 1] = [order[place], order[place - 1]]
        for position, each in enumerate(order, start=1):
            Rule.objects.filter(pk=each.pk).update(position=position)


def in_force(language: str) -> list[RuleShown]:
    """The rules in force in their order, as told in a language; one query."""
    newest = RuleVersion.objects.filter(rule=OuterRef("version__rule")).order_by("-number")
    current = RuleText.objects.filter(
        version__rule__retired_at=None, version=Subquery(newest.values("pk")[:1])
    )
    ordered = current.order_by("version__rule__position", "version__rule__pk")
    texts: dict[RuleVersion, list[RuleText]] = {}
    for text in ordered.select_related("version__rule"):
        texts.setdefault(text.version, []).append(text)
    return [
        _shown(_in_language(language, told), position=position)
        for position, told in enumerate(texts.values(), start=1)
    ]


def find(code: str) -> RuleVersion | None:
    """The current version of the rule in force that has this code; None when there is none."""
    versions = RuleVersion.objects.filter(rule__code=code, rule__retired_at=None)
    return versions.select_related("rule").order_by("-number").first()


def as_seen(name: str) -> RuleVersion | None:
    """The version that a form sent by its name (`RuleShown.name`), as long as it is in force.

    A code alone stands for what holds now. None for a rule that is not in force; raises
    `RuleChanged` where a newer version is.
    """
    version = find(code_of(name))
    if version and name not in (version.rule.code, f"{version.rule.code}.{version.number}"):
        raise RuleChanged(version)
    return version


def code_of(name: str) -> str:
    """The code of a rule, by the name that a form sent for one of its versions."""
    return name.partition(".")[0]


def text_of(version: RuleVersion, language: str) -> RuleText:
    """What a version says in a language, else in the newsroom's, else in any.

    Raises `RuleText.DoesNotExist` when it says nothing, which `publish` does not let happen.
    """
    if texts := version.texts.all():
        return _in_language(language, texts)
    raise RuleText.DoesNotExist(str(version))


def history() -> "QuerySet[RuleVersion]":
    """Every version of every rule with its texts: the rules in their order, the newest first."""
    ordered = RuleVersion.objects.order_by("rule__position", "rule__pk", "-number")
    return ordered.select_related("rule").prefetch_related("texts")


def free_code(title: str) -> str:
    """A code for a new rule, made of its title, that no rule has."""
    start = slugify(title)[: MAX_CODE_CHARACTERS - 4].strip("-") or "rule"
    taken = set(Rule.objects.filter(code__startswith=start).values_list("code", flat=True))
    number = 1
    while (code := start if number == 1 else f"{start}-{number}") in taken:
        number += 1
    return code


def _lock() -> list[Rule]:
    """All rules, in an order that everybody locks them in: who changes one waits for the others."""
    return list(Rule.objects.order_by("pk").select_for_update())


def _after(rules: Iterable[Rule]) -> int:
    return max((rule.position for rule in rules), default=0) + 1


def _texts(version: RuleVersion) -> dict[str, tuple[str, str]]:
    return {text.language: (text.title, text.text) for text in version.texts.all()}


def _add(rule: Rule, texts: Texts, *, number: int, user: User) -> RuleVersion:
    version = RuleVersion.objects.create(rule=rule, number=number, published_by=user)
    RuleText.objects.bulk_create(
        RuleText(version=version, language=language, title=title, text=text)
        for language, (title, text) in texts.items()
    )
    return version


def _note(act: DeskAct, version: RuleVersion, *, user: User) -> None:
    rule = version.rule
    desk_log.record(
        act, actor=user, subject=rule.pk, rule=rule.code, reason=rule.reason, version=version.number
    )


def _in_language(language: str, texts: Iterable[RuleText]) -> RuleText:
    """The text in that language, or else in the newsroom's, or in any; there is at least one."""
    by_language = {text.language: text for text in texts}
    general, _dash, _region = language.partition("-")
    wanted = (language, general, settings.LANGUAGE_CODE, *sorted(by_language))
    return next(by_language[each] for each in wanted if each in by_language)


def _shown(text: RuleText, *, position: int) -> RuleShown:
    return RuleShown(
        position=position,
        rule=text.version.rule,
        version=text.version,
        title=text.title,
        text=text.text,
        language=text.language,
    )
