"""What may stand before the root element of an XML file, read byte by byte before any parser.

A DOCTYPE is where entities come from, and with them foreign files and exponential growth; no
export of a blog needs one. The bytes are read as ASCII, so an encoding that hides ASCII is refused.
"""

import re

from django.utils.translation import gettext as _

from importers.refusals import ImportRefused

MAX_PROLOG_BYTES = 64 * 1024
XML_DECLARATION = b"<?xml"

_ENCODING = re.compile(rb"""<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_READABLE_ENCODING = re.compile(
    rb"(?i)utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|cp125\d"
)
_ROOT = re.compile(rb"<[A-Za-z_:\x80-\xff]")
_COMMENT = b"<!--"
_SKIPPED = ((b"<?", b"?>"), (_COMMENT, b"-->"))


def root_offset(head: bytes) -> int:
    """Where the root element's tag begins, or -1 if it is not within `head`.

    Raises ImportRefused on a DOCTYPE, and on an encoding in which one could hide.
    """
    _refuse_hidden_ascii(head)
    position = 0
    while (position := head.find(b"<", position)) >= 0:
        if _ROOT.match(head, position):
            return position
        mark = head[position : position + len(_COMMENT)]
        if mark.startswith(b"<!") and not _COMMENT.startswith(mark):
            raise ImportRefused(_doctype_message())
        position = _after_skipped(head, position)
    return -1


def _after_skipped(head: bytes, position: int) -> int:
    for opening, closing in _SKIPPED:
        if head.startswith(opening, position):
            end = head.find(closing, position + len(opening))
            return end + len(closing) if end >= 0 else len(head)
    return position + 1


def _refuse_hidden_ascii(head: bytes) -> None:
    if b"\0" in head[:4] or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ImportRefused(_("The file is in UTF-16 or UTF-32. Save it as UTF-8 and try again."))
    declared = _ENCODING.search(head[:MAX_PROLOG_BYTES])
    if declared and not _READABLE_ENCODING.fullmatch(declared[1]):
        raise ImportRefused(
            _("The file is in the encoding %(encoding)s. Save it as UTF-8 and try again.")
            % {"encoding": declared[1].decode()}
        )


def _doctype_message() -> str:
    return _(
        "The file declares a DOCTYPE, which can hold entities and point to other files. "
        "No blog's export needs one, so it is refused."
    )
