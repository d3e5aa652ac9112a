"""The tags by which a page's template shows its comments."""

from typing import Any

from django import template
from django.template import RequestContext
from django.utils import timezone
from wagtail.models import Page

from comments import captcha, threads
from comments.rules import rules_for
from comments.threads import Place
from operations import page_cache

register = template.Library()


@register.inclusion_tag("comments/section.html", takes_context=True)
def comments_section(context: RequestContext, page: Page) -> dict[str, Any]:  # Any: a context
    """The thread of a page, at the place that the address names, and the way to write in it."""
    rules = rules_for(page, now=timezone.now())
    page_cache.until(rules.closes_at)
    page_cache.until(rules.raid_ends_at)
    thread = threads.visible_thread(page, _place(context), order=rules.settings.order)
    return {
        "thread": thread,
        "others": threads.other_threads(page),
        "told": threads.told(thread, url=page.full_url or ""),
        "address": page.get_url(context.get("request")) or "",
        "is_open": rules.is_open,
        # Only the form's own page may load the captcha, so with one the form opens there.
        "opens_in_place": captcha.widget() is None,
        "is_live": rules.settings.is_live,
    }


@register.simple_tag(takes_context=True)
def canonical_comments(context: RequestContext) -> str:
    """What a page's canonical address ends with: later pages of a thread are pages of their own.

    In another order the same comments stand elsewhere already.
    """
    place = _place(context)
    return "" if place.order else place.query


def _place(context: RequestContext) -> Place:
    request = context.get("request")
    return Place.read(request.GET) if request else Place()
