"""Registers with Wagtail's admin what is peculiar to the newsroom's own pages, and nothing else."""

from django.urls import URLPattern, path
from wagtail import hooks

from home import reading, welcome
from home.forms import listing


def sent_form_addresses() -> list[URLPattern]:
    """Beside Wagtail's own list of what was sent, at /admin/forms/."""
    return [
        path(
            "forms/submissions/<int:page_id>/<int:sent_id>/decide/",
            listing.decide,
            name="sent_form_decide",
        )
    ]


hooks.register("register_admin_urls", sent_form_addresses)
# After all others, and so next to the page: Wagtail's own asks first who may read it.
hooks.register("on_serve_page", reading.count_reading, order=1000)
hooks.register("construct_homepage_panels", welcome.add_panel)
