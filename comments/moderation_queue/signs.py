"""What the filter and the checks found, in words for moderators: clauses of one sentence."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from comments.models import BlockKind
from comments.personal_data import Kind
from comments.scrutiny import AUTHORITIES, VIOLENCE
from comments.spam import Sign
from comments.views.wording import DATUM

CLAUSES: Mapping[str, Promise] = {
    Sign.HONEYPOT: gettext_lazy("a field that people do not see was filled in"),
    Sign.FORM_AGE: gettext_lazy("sent %(detail)s seconds after the form was opened"),
    Sign.WORDS: gettext_lazy("words often in spam: %(detail)s"),
    Sign.SPAM_WORDS: gettext_lazy("words very often in spam: %(detail)s"),
    Sign.TRICKS: gettext_lazy("tricks that hide words: %(detail)s"),
    Sign.LINKS: gettext_lazy("links in it: %(detail)s"),
    Sign.MANY_LINKS: gettext_lazy("%(detail)s links, which is a lot"),
    Sign.NEW_HOST: gettext_lazy("a link to a site never approved here: %(detail)s"),
    Sign.NEW_HOSTS: gettext_lazy("links to sites never approved here: %(detail)s"),
    Sign.DUPLICATE: gettext_lazy("nearly the same was said in %(detail)s other comments"),
    Sign.BINNED_ALIKE: gettext_lazy("people have binned %(detail)s comments like it"),
    Sign.TERMS: gettext_lazy("on the newsroom's list of terms: %(detail)s"),
    Sign.CHECK_FAILED: gettext_lazy("a check broke down, so a person has to look: %(detail)s"),
    Sign.ORIGIN: gettext_lazy("the browser did not say on which page it was written"),
    Sign.RENDERING: gettext_lazy("its form could not be kept: it would be shown as plain text"),
    Sign.PERSONAL_DATA: gettext_lazy("it may hold personal data: %(detail)s"),
    Sign.THREAT: gettext_lazy("it may threaten somebody with %(detail)s"),
    Sign.STAFF_NAME: gettext_lazy("the name could pass for somebody of the newsroom: %(detail)s"),
    Sign.BLOCKED: gettext_lazy("on the block list: %(detail)s"),
    Sign.HASTE: gettext_lazy("more comments from one sender in ten minutes than people write"),
    Sign.NOT_COUNTED: gettext_lazy("it could not be counted how many comments its sender sends"),
    Sign.CAPTCHA: gettext_lazy("the captcha was not passed, or did not answer"),
}

# Those whose detail is a number, for one and for more.
_COUNTED: Mapping[str, Promise] = {
    Sign.LINKS: ngettext_lazy("%(number)d link", "%(number)d links", "number"),
    Sign.DUPLICATE: ngettext_lazy(
        "nearly the same was said in %(number)d other comment",
        "nearly the same was said in %(number)d other comments",
        "number",
    ),
    Sign.BINNED_ALIKE: ngettext_lazy(
        "people have binned %(number)d comment like it",
        "people have binned %(number)d comments like it",
        "number",
    ),
}

_WITHOUT_WORDS: Mapping[str, Promise] = {
    Sign.WORDS: gettext_lazy("words like those of spam"),
    Sign.SPAM_WORDS: gettext_lazy("words very like those of spam"),
}

TRICKS: Mapping[str, Promise] = {
    "invisible": gettext_lazy("invisible characters inside words"),
    "compatibility": gettext_lazy("letters of an unusual shape"),
    "look_alikes": gettext_lazy("letters from mixed alphabets"),
    "repaired_addresses": gettext_lazy("web addresses that are broken on purpose"),
    "spaced_letters": gettext_lazy("words in s p a c e d letters"),
    "leet": gettext_lazy("digits and signs in the place of letters"),
    "emphasis": gettext_lazy("asterisks or underscores inside words"),
}

DANGERS: Mapping[str, Promise] = {
    VIOLENCE: gettext_lazy("violence"),
    AUTHORITIES: gettext_lazy("the authorities"),
}


def clause(sign: str, detail: str) -> str:
    """What a sign with its detail says, without a capital and a full stop.

    What is not known is shown as it is.
    """
    if sign not in CLAUSES:
        return f"{sign}: {detail}" if detail else sign
    if sign in _COUNTED and detail.isdecimal():
        return str(_COUNTED[sign] % {"number": int(detail)})
    if sign in _WITHOUT_WORDS and not detail:
        return str(_WITHOUT_WORDS[sign])
    in_words = _IN_WORDS.get(sign, str)
    return str(CLAUSES[sign]) % {"detail": in_words(detail)}


def _kinds_of_data(detail: str) -> str:
    return ", ".join(
        str(DATUM[Kind(code)]) if code in set(Kind) else code for code in _parts(detail)
    )


def _tricks(detail: str) -> str:
    return ", ".join(str(TRICKS.get(code, code)) for code in _parts(detail))


def _dangers(detail: str) -> str:
    return ", ".join(str(DANGERS.get(code, code)) for code in _parts(detail))


def _parts(detail: str) -> list[str]:
    return [code.strip() for code in detail.split(",")]


def _block(detail: str) -> str:
    kind, _colon, rest = detail.partition(": ")
    if kind not in BlockKind.values:
        return detail
    return _("%(kind)s: %(entry)s") % {"kind": BlockKind(kind).label, "entry": rest}


_IN_WORDS: Mapping[str, Callable[[str], str]] = {
    Sign.PERSONAL_DATA: _kinds_of_data,
    Sign.TRICKS: _tricks,
    Sign.THREAT: _dangers,
    Sign.BLOCKED: _block,
}
