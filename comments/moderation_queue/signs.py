"""Sentences for what the filter and the checks found, for moderators only."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import BlockKind
from comments.personal_data import Kind
from comments.spam import Sign
from comments.views.wording import DATUM

SENTENCES: Mapping[str, Promise] = {
    Sign.HONEYPOT: gettext_lazy("A field that people do not see was filled in."),
    Sign.FORM_AGE: gettext_lazy("The form was sent after %(detail)s seconds."),
    Sign.LINKS: gettext_lazy("Links in it: %(detail)s."),
    Sign.MANY_LINKS: gettext_lazy("Many links in it: %(detail)s."),
    Sign.WORDS: gettext_lazy("Phrases that advertisers use: %(detail)s."),
    Sign.DUPLICATE: gettext_lazy("Earlier comments with the same words: %(detail)s."),
    Sign.CHECK_FAILED: gettext_lazy("A check broke down, so a person has to look: %(detail)s."),
    Sign.ORIGIN: gettext_lazy("The browser did not say on which page it was written."),
    Sign.RENDERING: gettext_lazy("Its form could not be kept: it would be shown as plain text."),
    Sign.PERSONAL_DATA: gettext_lazy("It may hold personal data: %(detail)s."),
    Sign.STAFF_NAME: gettext_lazy("The name could pass for somebody of the newsroom: %(detail)s."),
    Sign.BLOCKED: gettext_lazy("On the block list: %(detail)s."),
    Sign.HASTE: gettext_lazy("More comments from one sender in ten minutes than people write."),
    Sign.NOT_COUNTED: gettext_lazy("It could not be counted how many comments its sender sends."),
    Sign.CAPTCHA: gettext_lazy("The captcha was not passed, or did not answer."),
}


def sentence(sign: str, detail: str) -> str:
    """The sentence for a sign with its detail. What is not known is shown as it is."""
    if sign not in SENTENCES:
        return f"{sign}: {detail}" if detail else sign
    in_words = _IN_WORDS.get(sign, str)
    return str(SENTENCES[sign]) % {"detail": in_words(detail)}


def _kinds_of_data(detail: str) -> str:
    return ", ".join(
        str(DATUM[Kind(code)]) if code in set(Kind) else code for code in _parts(detail)
    )


def _parts(detail: str) -> list[str]:
    return [code.strip() for code in detail.split(",")]


def _block(detail: str) -> str:
    kind, _colon, rest = detail.partition(": ")
    if kind not in BlockKind.values:
        return detail
    return _("%(kind)s: %(entry)s") % {"kind": BlockKind(kind).label, "entry": rest}


_IN_WORDS: Mapping[str, Callable[[str], str]] = {
    Sign.PERSONAL_DATA: _kinds_of_data,
    Sign.BLOCKED: _block,
}
