"""The newsroom's sign in the tabs and bookmarks of browsers, and on telephones."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Site

from blog.scaling import renditions_of
from home.models import NewsroomSettings

# For a tab of any resolution, and for the screen of a telephone.
SIZES = ("fill-{96x96,180x180}", "format-png")


@dataclass(frozen=True)
class Icon:
    """Addresses of a small and of a large PNG."""

    url: str
    touch_url: str


def icon_of(request: HttpRequest) -> Icon | None:
    """The one that the newsroom chose; None, so that ours stands in, without a readable one."""
    if Site.find_for_request(request) is None:
        return None
    chosen = NewsroomSettings.for_request(request).icon
    made = renditions_of(chosen, *SIZES) if chosen else {}
    return Icon(*(each.url for each in made.values())) if made else None
