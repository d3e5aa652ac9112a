"""What an editor is shown of each block before choosing it: invented words, in their language."""

from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

Sample = dict[str, Any]  # Any: the raw value of a block


def event() -> Sample:
    """An evening at the county board."""
    return {
        "title": _("County board hearing"),
        "date": date(2027, 3, 4),
        "starts_at": time(18, 30),
        "ends_at": time(20, 0),
        "last_date": None,
        "zone": "America/New_York",
        "other_zones": ["America/Los_Angeles"],
        "is_online": False,
        "place": _("County hall"),
        "address": _("12 Main Street"),
        "online_url": "",
        "registration_url": "https://example.org/register",
        "is_limited": True,
        "state": "planned",
        "text": _("<p>Come early. Everybody may speak for two minutes.</p>"),
    }


def action() -> Sample:
    """A call to the sheriff."""
    return {
        "kind": "call",
        "title": _("Call the sheriff before Thursday"),
        "text": _("<p>It takes two minutes, and every call is counted.</p>"),
        "url": "",
        "phone": "+1 212 555 0100",
        "email": "",
        "script": _("I live in this county, and I ask you to keep families together."),
        "button": "",
    }


def paragraph() -> str:
    """Two sentences with a link."""
    return _(
        "<p>The county board votes on <b>Thursday</b>. "
        '<a href="https://example.org/">Read the agenda</a> and come.</p>'
    )


def heading() -> str:
    """A question."""
    return _("What the board decides")


def quote() -> Sample:
    """A neighbour's sentence."""
    return {
        "quote": _("We have lived here for thirty years, and we stay."),
        "attribution": _("Ana Ruiz, neighbour"),
    }


def points() -> Sample:
    """What to bring."""
    return {
        "look": "bullets",
        "points": [_("<p>Bring a neighbour.</p>"), _("<p>Bring a sign.</p>")],
    }


def facts() -> Sample:
    """What a detainer is."""
    return {
        "title": _("What is a detainer?"),
        "text": _("<p>A request to keep somebody in jail longer. It is no order of a judge.</p>"),
    }


def footnotes() -> Sample:
    """Two sources."""
    return {
        "notes": [_("<p>Minutes of the board, March 4.</p>"), _("<p>County budget, page 12.</p>")]
    }


def embed() -> Sample:
    """A video."""
    return {"url": "https://vimeo.com/76979871", "caption": _("The hearing in full")}


def missing_image() -> Sample:
    """A banner that stayed behind."""
    return {"source_url": "http://old.example.org/banner.jpg", "alt_text": _("The banner")}


def table() -> Sample:
    """How two towns voted."""
    rows = [[_("<p>Riverside</p>"), "7"], [_("<p>Hillview</p>"), "4"]]
    return {
        "table": {
            "caption": _("Votes for the motion"),
            "columns": [
                {"type": "words", "heading": _("Town")},
                {"type": "number", "heading": _("Votes")},
            ],
            "rows": [{"values": values} for values in rows],
        },
        "has_row_headings": True,
    }
