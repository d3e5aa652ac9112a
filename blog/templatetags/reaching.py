"""Tags by which pages offer to keep in touch: news by mail, and an address to pass on."""

from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from blog.short_addresses import short_address

register = template.Library()


@register.simple_tag
def subscribe_url(campaign: Page | None = None) -> str:
    """Where news is asked for, of a campaign if one is given; "" where no mail can be sent."""
    if not settings.HAS_MAIL:
        return ""
    chosen = f"?campaign={campaign.pk}" if campaign else ""
    return reverse("blog:subscribe") + chosen


@register.simple_tag
def address_for_ever(page: Page) -> str:
    """The whole short address of a page, for leaflets and mails; "" of what nobody may read."""
    if not page.pk or not page.live:
        return ""
    return urljoin(page.full_url, short_address(page)) if page.full_url else ""
