"""Runs imports for tests, and builds small exports to import.

export = blogger_export(post(101, "Rally"), comment(301, on=101))
report = run(write(tmp_path, export))
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import time_machine

from importers.options import ImportOptions
from importers.progress import Progress
from importers.run import run_import

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
BLOG = "1234567890"
HOST = "http://old.example"

_HEAD = f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005'
 xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://purl.org/atom/app#'>
<id>tag:blogger.com,1999:blog-{BLOG}.archive</id><title type='text'>Old blog</title>
<link rel='alternate' type='text/html' href='{HOST}/'/><generator>Blogger</generator>"""


def run(path: Path, *, now: datetime = NOW, **options: Any) -> dict[str, Any]:
    """The report of an import at that moment; `options` are those of ImportOptions."""
    progress = Progress(lambda _line: None, interval=0, clock=lambda: 0.0)
    with time_machine.travel(now):  # for Wagtail, too, which asks whether a post is due
        return run_import(path, ImportOptions(**options), progress=progress, clock=lambda: now)


def write(folder: Path, text: str, name: str = "blog.xml") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def blogger_export(*entries: str) -> str:
    """A classic export of these entries."""
    return f"{_HEAD}{''.join(entries)}</feed>"


def post(number: int, title: str = "", body: str = "<p>Words.</p>", **fields: Any) -> str:
    """A post's entry; `fields` are those of `_entry`, `kind="page"` makes it a page."""
    kind = fields.pop("kind", "post")
    path = fields.pop("path", f"/2012/01/{kind}-{number}.html")
    link = f"<link rel='alternate' type='text/html' href='{HOST}{path}'/>" if path else ""
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    extra = link + (draft if fields.pop("is_draft", False) else "") + fields.pop("extra", "")
    return _entry(number, kind, body, title=title, extra=extra, **fields)


def comment(number: int, *, on: int, body: str = "Well said.", **fields: Any) -> str:
    """A comment's entry; `answers` is another comment's number, `removed` marks a tombstone."""
    ref = f"tag:blogger.com,1999:blog-{BLOG}.post-{on}"
    extra = f"<thr:in-reply-to ref='{ref}'/>"
    if answers := fields.pop("answers", None):
        href = f"http://www.blogger.com/feeds/{BLOG}/{on}/comments/default/{answers}"
        extra += f"<link rel='related' href='{href}'/>"
    if fields.pop("removed", False):
        extra += "<gd:extendedProperty name='blogger.contentRemoved' value='true'/>"
    if fields.pop("is_marked", True):
        extra += "<gd:extendedProperty name='blogger.itemClass' value='pid-1'/>"
    fields.setdefault("author", ("Ana", ""))
    return _entry(number, "comment", body, extra=extra + fields.pop("extra", ""), **fields)


def setting(name: str, value: str) -> str:
    """A setting's entry."""
    return (
        f"<entry><id>tag:blogger.com,1999:blog-{BLOG}.settings.{name}</id>{_kind('settings')}"
        f"<content type='text'>{escape(value)}</content></entry>"
    )


def _entry(number: int, kind: str, body: str, **fields: Any) -> str:
    published = fields.get("published", "2012-01-05T09:00:00.000-05:00")
    updated = fields.get("updated", published)
    name, uri = fields.get("author", ("Desk", "http://www.blogger.com/profile/42"))
    labels = "".join(
        f"<category scheme='http://www.blogger.com/atom/ns#' term={quoteattr(label)}/>"
        for label in fields.get("labels", ())
    )
    id_kind = "page" if kind == "page" else "post"
    return (
        f"<entry><id>tag:blogger.com,1999:blog-{BLOG}.{id_kind}-{number}</id>"
        f"<published>{published}</published><updated>{updated}</updated>{_kind(kind)}{labels}"
        f"<title type='text'>{escape(fields.get('title', ''))}</title>"
        f"<content type='html'>{escape(body)}</content>"
        f"<author><name>{escape(name)}</name>{f'<uri>{escape(uri)}</uri>' if uri else ''}"
        f"<email>noreply@blogger.com</email></author>{fields.get('extra', '')}</entry>"
    )


def _kind(kind: str) -> str:
    term = f"http://schemas.google.com/blogger/2008/kind#{kind}"
    return f"<category scheme='http://schemas.google.com/g/2005#kind' term='{term}'/>"


def figures(report: Mapping[str, Any], outcome: str) -> dict[str, int]:
    """How many of each kind have an outcome, those that have any."""
    kinds = report["kinds"]
    return {kind: kinds[kind][outcome] for kind in kinds if kinds[kind][outcome]}
