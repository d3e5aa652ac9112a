"""The languages of comments, by their names, and what the list can be narrowed to."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

# In an address: a language that the newsroom does not write in; too short or mixed to be told.
OTHER, UNTOLD = "other", "untold"


def name_of(code: str) -> str:
    """What a language is called in the moderator's own; its code where nobody knows a name."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def language_choices() -> list[tuple[str, str]]:
    """What the filter offers: the languages that the newsroom writes in, and the rest."""
    own = [(code, name_of(code)) for code in _own()]
    return [("", _("Any")), *own, (OTHER, _("Another one")), (UNTOLD, _("Could not be told"))]


def in_language(chosen: str) -> Q:
    """The comments in what was chosen of those."""
    if chosen == OTHER:
        return Q(language__isnull=False) & ~Q(language__in=["", *_own()])
    return Q(language="" if chosen == UNTOLD else chosen)


def _own() -> list[str]:
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
