"""What a page has to ask for so that it looks like its newsroom."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Site

from home.models import NewsroomSettings
from home.theme.sheet import digest_of, has_our_letters, sheet_of


@dataclass(frozen=True)
class Look:
    """`url` is that of the newsroom's own sheet, empty where it has none."""

    url: str = ""
    has_our_letters: bool = True


def look_of(request: HttpRequest) -> Look:
    """The look of the newsroom that a request asks; as it came where there is none."""
    if Site.find_for_request(request) is None:
        return Look()
    sheet = sheet_of(NewsroomSettings.for_request(request))
    url = reverse("theme", args=[digest_of(sheet)]) if sheet else ""
    return Look(url, has_our_letters=has_our_letters(sheet))
