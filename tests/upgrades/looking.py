"""What is in a newsroom, and how it does, asked in its own process and told as JSON."""

import json
import re
from collections import Counter
from io import StringIO
from typing import Any
from urllib.parse import urlsplit


def counts() -> dict[str, Any]:
    """How many there are of what an upgrade must not lose; comments by their state."""
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import Page

    from comments.models import Appeal, Comment, ModerationEvent, Report

    return {
        "comments": Counter(Comment.objects.order_by().values_list("status", flat=True)),
        "appeals": Appeal.objects.count(),
        "decisions": ModerationEvent.objects.count(),
        "pages": Page.objects.count(),
        "redirects": Redirect.objects.count(),
        "reports": Report.objects.count(),
        "scheduled": Page.objects.exclude(go_live_at=None).count(),
    }


def answers() -> dict[str, int]:
    """The status of every page of the sitemap, and of every picture that it shows."""
    from django.conf import settings
    from django.test import Client, override_settings

    from operations import preparation

    preparation.align_site(settings.SITE_URL)  # as every start does
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    client = Client(SERVER_NAME="127.0.0.1", SERVER_PORT="8000", raise_request_exception=False)
    found = {}
    with override_settings(STORAGES=settings.STORAGES | plain):
        for path in _paths(client):
            page = client.get(path)
            found[path] = page.status_code
            for picture in set(re.findall(r'src="(/media/[^"]+)"', page.content.decode())):
                answer = client.get(picture)
                found[picture] = answer.status_code
                answer.close()
    return found


def _paths(client: Any) -> list[str]:
    """Those of the pages in all sections of the sitemap."""
    sections = _locations(client, "/sitemap.xml")
    return [path for section in sections for path in _locations(client, section)]


def _locations(client: Any, path: str) -> list[str]:
    text = client.get(path).content.decode()
    return [urlsplit(address).path for address in re.findall(r"<loc>([^<]+)</loc>", text)]


def faults() -> list[str]:
    """What the doctor finds wrong with the database."""
    from operations.doctor import Grade, database

    found = [check() for check in database.CHECKS]
    return [finding.says for finding in found if finding.grade == Grade.FAULT]


def said(command: str, *arguments: str) -> str:
    """The words of a command, whether it succeeds or not."""
    from django.core.management import CommandError, call_command

    words = StringIO()
    try:
        call_command(command, *arguments, stdout=words, stderr=words)
    except (CommandError, SystemExit) as problem:
        words.write(str(problem))
    return words.getvalue()


def everything() -> dict[str, Any]:
    """All of it at once, for to begin a process takes longer than to look."""
    return {
        "counts": counts(),
        "answers": answers(),
        "faults": faults(),
        "log": said("verify_log"),
        "models": said("makemigrations", "--check", "--dry-run"),
    }


def tell(found: dict[str, Any]) -> None:
    """Print it for whoever asked from outside."""
    print(json.dumps(found, indent=1, sort_keys=True))  # noqa: T201  (it is the answer)
