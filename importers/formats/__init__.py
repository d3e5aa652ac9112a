"""The formats that can be imported. A new one is its module, one line here, and its test."""

from django.utils.translation import gettext as _

from importers.formats import blogger
from importers.formats.contract import Format
from importers.refusals import ImportRefused

FORMATS: tuple[Format, ...] = (blogger.FORMAT,)

AUTOMATIC = "auto"


def choose(name: str, head: bytes) -> Format:
    """The format of that name; "auto" is the first that recognises the file's head.

    Raises ImportRefused when there is none.
    """
    for candidate in FORMATS:
        if candidate.recognises(head) and name in (AUTOMATIC, candidate.name):
            return candidate
    raise ImportRefused(_refusal(head))


def _refusal(head: bytes) -> str:
    if b"<b:skin" in head or b"b:version=" in head:
        return _("This is a theme of a blog, not its export.")
    labels = ", ".join(candidate.label for candidate in FORMATS)
    return _("This is no export that can be read here. Readable: %(labels)s.") % {"labels": labels}
