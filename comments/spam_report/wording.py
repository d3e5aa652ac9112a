"""Sentences for what the filter is told and what its log holds in codes."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name

from comments.learning.report_card import day_of
from comments.models import ChangeKind, SpamFilterChange
from comments.spam import Thresholds

Detail = Mapping[str, Any]  # JSON, whose shape depends on the kind of the change


def in_words(thresholds: Thresholds) -> str:
    """What the two lines mean, for whoever does not know the filter."""
    return _("Ask a person from %(hold)s; bin from %(bin)s, and only with a second sign.") % {
        "hold": shown(thresholds.hold_at),
        "bin": shown(thresholds.bin_at),
    }


def shown(score: float) -> str:
    """A score with one decimal, and a minus that is one."""
    return number_format(score, 1).replace("-", "\N{MINUS SIGN}")


def happened(change: SpamFilterChange) -> str:
    """What was done, in a sentence without a full stop."""
    sentence = _SENTENCES.get(ChangeKind(change.kind))
    return sentence(change.detail) if sentence else _version_changed(change)


def who(change: SpamFilterChange) -> str:
    """Who did it. The worker has no account, nor has whoever works on the server itself."""
    if change.actor:
        return str(get_user_display_name(change.actor))
    if change.kind == ChangeKind.REFUSED:
        return _("the filter itself")
    if change.kind == ChangeKind.ACTIVATED:
        return _("the filter itself, or a command on the server")
    return _("a command on the server, or somebody whose account is gone")


def version_name(number: int | None) -> str:
    """What a version is called; 0 or None is the seed."""
    return _("version %(number)s") % {"number": number} if number else _("the filter as shipped")


def _version_changed(change: SpamFilterChange) -> str:
    number = change.model_id or change.detail.get("after")
    name = version_name(number)
    if change.kind == ChangeKind.ACTIVATED:
        return _("Put to work: %(version)s") % {"version": name}
    if change.kind == ChangeKind.REFUSED:
        return _("Learned, and refused: %(version)s") % {"version": name}
    return _("Put back: %(version)s") % {"version": name}


def _thresholds_moved(detail: Detail) -> str:
    return _("Thresholds moved to %(after)s, from %(before)s") % {
        "after": _pair(detail["after"]),
        "before": _pair(detail["before"]),
    }


def _pair(lines: tuple[float | None, float | None]) -> str:
    hold_at, bin_at = lines
    if hold_at is None or bin_at is None:
        return _("those as shipped")
    return _("%(hold)s to ask and %(bin)s to bin") % {"hold": shown(hold_at), "bin": shown(bin_at)}


def _vouched(detail: Detail) -> str:
    day = date_format(day_of(detail).on, "DATE_FORMAT")
    return _("Vouched for what a moderator decided on %(day)s") % {"day": day}


def _terms_changed(detail: Detail) -> str:
    if not detail["terms"]:
        return _("The list of terms was taken away")
    told = ngettext(
        "A list of %(terms)s term was loaded: %(name)s",
        "A list of %(terms)s terms was loaded: %(name)s",
        detail["terms"],
    )
    terms = number_format(detail["terms"], force_grouping=True)
    return told % {"terms": terms, "name": detail["name"]}


_SENTENCES: Mapping[str, Callable[[Detail], str]] = {
    ChangeKind.PAUSED: lambda detail: _("Learning was paused"),
    ChangeKind.RESUMED: lambda detail: _("Learning goes on"),
    ChangeKind.THRESHOLDS: _thresholds_moved,
    ChangeKind.TERMS: _terms_changed,
    ChangeKind.VOUCHED: _vouched,
}
