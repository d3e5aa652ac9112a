"""nh3, the sanitiser that has the last word, and the errors that it hides."""

import nh3
from django.utils.html import escape

from comments.rendering.policy import ATTRIBUTES, LINK_REL, SCHEMES, TAGS


class SanitiserPanicked(Exception):
    """nh3 failed inside. Its own error is no Exception and would take the worker with it."""


def make_cleaner(*, tags: frozenset[str], link_rel: str | None) -> nh3.Cleaner:
    """A cleaner for `tags` that keeps no attribute but absolute addresses and list numbers."""
    return nh3.Cleaner(
        tags=tags,
        attributes=ATTRIBUTES,
        link_rel=link_rel,
        url_schemes=SCHEMES,
        url_relative="deny",
    )


def run(cleaner: nh3.Cleaner, html: str) -> str:
    """What `cleaner` leaves of `html`. Raises SanitiserPanicked."""
    try:
        return cleaner.clean(html)
    except BaseException as error:
        # A Rust panic is a BaseException whose class cannot be imported; its name is all we have.
        if type(error).__name__ != "PanicException":
            raise
        raise SanitiserPanicked from error


_LAST = make_cleaner(tags=TAGS, link_rel=LINK_REL)


def last_clean(html: str) -> str:
    """`html` with nothing but the policy. Nothing may touch the string after it."""
    return run(_LAST, html)


def keeps_link(href: str) -> bool:
    """Whether `last_clean` keeps this href.

    It reads addresses as browsers do. One that it drops must lose its `<a>` before, for nothing
    can take the empty `<a>` away afterwards.
    """
    return " href=" in run(_LAST, f'<a href="{escape(href)}"></a>')
