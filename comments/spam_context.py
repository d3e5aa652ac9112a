"""Gathers from the database what the filter may know about a submission."""

import hashlib
import re
import time

from comments import clusters, conf, serving
from comments.models import LinkedHost
from comments.rendering import Rendered
from comments.spam import Alike, SpamContext, Terms
from comments.spam.reading import read
from comments.submission import Submission
from operations import page_cache

_HREF = re.compile(r'href="(https?://[^"]+)"')  # as our own sanitiser writes it


def gather(submission: Submission, rendered: Rendered, *, own_host: str) -> SpamContext:
    """The context of one submission and of the HTML that its words become.

    In five queries, in three while nothing changes. `own_host` is the newsroom's. From now on the
    filter has `conf.SPAM_BUDGET_SECONDS`.
    """
    until = time.monotonic() + conf.SPAM_BUDGET_SECONDS
    found = clusters.find(submission.body, now=submission.sent_at, besides=submission.revises)
    hosts = hosts_in(submission.body, rendered.html, submission.author_website)
    in_force = page_cache.while_unchanged(__name__, serving.current_or_none)
    return SpamContext(
        model=in_force.model if in_force else None,
        terms=in_force.terms if in_force else Terms(),
        is_learning=in_force is None or in_force.is_learning,
        alike=Alike(found.total, found.spam, found.honest),
        links=rendered.html.count("<a ") + bool(submission.author_website),
        hosts=hosts,
        new_hosts=_new(hosts, own_host),
        is_late=lambda: time.monotonic() > until,
    )


def hosts_in(body: str, html: str, website: str) -> tuple[str, ...]:
    """The hosts that a comment names or links to, each once, in their order."""
    links = " ".join((website, *_HREF.findall(html)))
    return tuple(dict.fromkeys((*read(body).hosts, *read(links).hosts)))


def body_digest(body: str) -> str:
    """A digest of the words alone: case, spaces and line breaks do not tell copies apart."""
    return hashlib.sha256("".join(body.casefold().split()).encode()).hexdigest()


def _new(hosts: tuple[str, ...], own_host: str) -> tuple[str, ...]:
    """Those that neither belong to the newsroom nor stood in a comment that people approved."""
    if not hosts:
        return ()
    approved = LinkedHost.objects.filter(host__in=hosts, label__is_spam=False)
    known = {own_host.removeprefix("www."), *approved.values_list("host", flat=True)}
    return tuple(host for host in hosts if host not in known)
