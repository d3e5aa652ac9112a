"""The API of the newsroom, from what the rooms offer; all of it reads, and needs no key."""

from django.http import HttpRequest
from django.urls import reverse
from ninja import Schema

from blog.api import router as blog_router
from comments.urls import api_router as comments_router
from operations import feeds
from operations.api import addresses, new_api

api = new_api(
    title="Broadside",
    version="1",
    description="What this newsroom has published, for programs. Drafts, private pages, and "
    "comments that are not public are in no answer.",
)
api.add_router("", blog_router)
api.add_router("threads", comments_router)


class Beginning(Schema):
    """Where everything is."""

    posts: str
    campaigns: str
    events: str
    openapi: str
    transparency: str


@api.get("/", response=Beginning, operation_id="beginning", summary="Where everything is")
def beginning(request: HttpRequest) -> Beginning:
    """The addresses of all lists. Threads go by the number of their page: `threads/12`."""
    here = feeds.whole(request, request.path)
    return Beginning(
        posts=f"{here}posts/",
        campaigns=f"{here}campaigns/",
        events=f"{here}events/",
        openapi=f"{here}openapi.json",
        transparency=feeds.whole(request, reverse("transparency_files:json")),
    )


urls = addresses(api)
