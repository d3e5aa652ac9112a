"""A newsroom in clothes of its own."""

import re

from django.test import Client

from home.models import NewsroomSettings
from tests.pages import Newsroom


def look(newsroom: Newsroom, **fields: object) -> NewsroomSettings:
    row = NewsroomSettings.for_site(newsroom.site)
    for name, value in fields.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def front(client: Client) -> str:
    return client.get("/").content.decode()


def own_sheet(client: Client) -> str:
    """The newsroom's own sheet, as the front page names it."""
    named = re.search(r'href="(/theme-\w+\.css)"', front(client))
    assert named
    answer = client.get(named[1])
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    return answer.content.decode()
