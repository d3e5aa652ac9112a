"""What a run says when it is through: figures that must add up, and lists of places to look at."""

from collections.abc import Mapping
from typing import Any

from importers.job import Job
from importers.models import RecordKind
from importers.refusals import IncompleteReport
from importers.store import WRITTEN, Outcome, Store

EXIT_COMPLETE, EXIT_REFUSED, EXIT_PARTIAL, EXIT_INTERRUPTED = 0, 1, 2, 3

Report = dict[str, Any]  # Any: it is written as JSON, whose keys are documented in docs/import.md

# The report's word for each kind, which is the formats' own.
KINDS = {
    RecordKind.POST.value: "post",
    RecordKind.PAGE.value: "page",
    RecordKind.COMMENT.value: "comment",
    RecordKind.AUTHOR.value: "author",
    RecordKind.TERM.value: "tag",
    "category": "category",
    RecordKind.MEDIA.value: "media",
    RecordKind.REDIRECT.value: "redirect",
    "setting": "setting",
    "other": "other",
}
# The settings that an owner may want to make here again; the rest is looks.
PROPOSED_SETTINGS = (
    "BLOG_NAME",
    "BLOG_DESCRIPTION",
    "BLOG_TIME_ZONE",
    "BLOG_LOCALE",
    "BLOG_SUBDOMAIN",
    "BLOG_COMMENTS_ALLOWED",
    "BLOG_DEFAULT_COMMENTS_MODE",
    "BLOG_COMMENT_MESSAGE",
    "BLOG_COMMENT_ACCESS",
    "BLOG_COMMENT_MODERATION",
)


def make_report(job: Job) -> Report:
    """The report of a run that is through.

    Raises IncompleteReport if a record of the source has no outcome.
    """
    kinds = _kinds(job.store)
    for kind, figures in kinds.items():
        if figures["in_source"] != sum(figures[outcome] for outcome in Outcome):
            raise IncompleteReport(f"{kind}: {figures}")
    settings = job.staged.settings
    lists = dict(job.notes.lists())
    return {
        "source": job.staged.origin.source,
        "dry_run": job.options.is_rehearsal,
        "exit": EXIT_PARTIAL if _has_failed(kinds) else EXIT_COMPLETE,
        "kinds": kinds,
        "post_status": _standings(job.store, RecordKind.POST),
        "page_status": _standings(job.store, RecordKind.PAGE),
        "comment_status": _standings(job.store, RecordKind.COMMENT),
        "replies": job.notes.count_of("replies"),
        "unattached": lists.pop("unattached", []),
        "missing_parents": lists.pop("missing_parents", []),
        "repairs": lists.pop("repairs", []),
        "blog_title": job.staged.origin.title,
        "time_zone": settings.get("BLOG_TIME_ZONE", ""),
        "settings_proposed": {n: settings[n] for n in PROPOSED_SETTINGS if n in settings},
        "warnings": _warnings(kinds),
        "staged": _staged(job),
        "list_counts": job.notes.counts(),
        "lists": {name: texts for name, texts in lists.items() if name != "replies"},
    }


def _kinds(store: Store) -> Mapping[str, dict[str, int]]:
    """Figures of each kind. An outcome counts once it is reached."""
    figures = {name: dict.fromkeys(("in_source", *Outcome), 0) for name in KINDS.values()}
    rows = store.select("SELECT kind, outcome, is_done, count(*) FROM staged GROUP BY 1, 2, 3")
    for kind, outcome, is_done, number in rows:
        counted = figures[KINDS[kind]]
        counted["in_source"] += number
        if outcome in counted and (is_done or outcome not in WRITTEN):
            counted[outcome] += number
    return figures


def _has_failed(kinds: Mapping[str, dict[str, int]]) -> bool:
    return any(figures[Outcome.FAILED] for figures in kinds.values())


def _standings(store: Store, kind: RecordKind) -> dict[str, int]:
    """How many stand where. A record that is there twice, word for word, counts once."""
    return dict(
        store.select(
            "SELECT standing, count(DISTINCT source_id || ' ' || fingerprint) FROM staged "
            "WHERE kind = ? AND standing != '' GROUP BY 1 ORDER BY 1",
            [kind],
        )
    )


def _warnings(kinds: Mapping[str, dict[str, int]]) -> list[str]:
    has_content = any(kinds[kind]["in_source"] for kind in ("post", "page", "comment"))
    return [] if has_content else ["The file holds no post, page or comment."]


def _staged(job: Job) -> dict[str, Any]:  # Any: JSON
    """What stands in the file, entry by entry."""
    kinds, staged = _kinds(job.store), job.staged
    others = dict(staged.others)
    return {
        "posts": kinds["post"]["in_source"],
        "pages": kinds["page"]["in_source"],
        "comments_in_source": kinds["comment"]["in_source"],
        "item_status": dict(staged.item_status),
        "replies": _count(job.store, "kind = 'comment' AND answers != ''"),
        "comments_on_pages": _count(job.store, f"kind = 'comment' AND {_ON_A_PAGE}"),
        "comments_on_missing_post": _count(job.store, f"kind = 'comment' AND NOT {_ON_AN_ITEM}"),
        "authors": kinds["author"]["in_source"],
        "labels": kinds["tag"]["in_source"],
        "label_links": staged.counts["label_links"],
        "settings_entries": kinds["setting"]["in_source"],
        "template_entries": others.pop("template", 0),
        "items_without_url": staged.counts["items_without_url"],
        "empty_titles": staged.counts["empty_titles"],
        "duplicate_ids": _count(job.store, "is_double = 1"),
        "utc_offsets": dict(staged.utc_offsets),
        "entries_without_kind": others,
    }


_ON_A_PAGE = (
    "EXISTS (SELECT 1 FROM staged i WHERE i.kind = 'page' AND i.source_id = staged.belongs_to)"
)
_ON_AN_ITEM = (
    "EXISTS (SELECT 1 FROM staged i WHERE i.kind IN ('post', 'page') "
    "AND i.source_id = staged.belongs_to)"
)


def _count(store: Store, where: str) -> int:
    return int(store.select(f"SELECT count(*) FROM staged WHERE {where}")[0][0])  # noqa: S608  (our own conditions)
