"""The addresses of an edition's feeds and calendars, below the prefix of its language."""

from django.urls import path, re_path

from blog.feeds import calendars
from blog.feeds.views import edition

app_name = "feeds"
urlpatterns = [
    path("feed/", edition, name="edition"),
    path("feed/<str:ending>/", edition, name="edition_in"),
    path("calendar.ics", calendars.of_edition, name="calendar"),
    # Wagtail's own routes know no full stop.
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)calendar\.ics$", calendars.of_campaign, name="campaign"),
]
