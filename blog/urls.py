"""Addresses of the blog that are no pages of Wagtail's tree.

`pages` stand under each language's prefix, `files` have one address for all languages, and `admin`
goes in front of Wagtail's, whose pages it replaces.
"""

from django.urls import path, re_path
from wagtail.admin.auth import require_admin_access

from blog import short_addresses
from blog.approving import CompleteOnly
from blog.archives.routes import MONTH, YEAR
from blog.drafts import views as drafts
from blog.events import views as events
from blog.newsletter.views import subscribe, subscription

admin = [
    path(
        "pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        require_admin_access(CompleteOnly.as_view()),
    ),
]

files = [
    # As many digits as a number of the database can have.
    path("draft/<slug:secret>/", drafts.read, name="draft"),
    re_path(r"^p/(?P<page_id>[1-9]\d{0,17})/$", short_addresses.leave_for_page, name="short"),
]

pages = [
    path("events/<uuid:block_id>.ics", events.download, name="ics"),
    path("subscribe/", subscribe, name="subscribe"),
    path("subscribe/mail/<str:signed>/", subscription, name="subscription"),
    re_path(rf"^(?P<path>{YEAR}/(?:{MONTH}/)?)$", short_addresses.leave_for_archive, name="period"),
]
