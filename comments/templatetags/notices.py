"""Where readers are offered mail: below a post and on a receipt, if there is a mail server."""

from typing import Any

from django import template
from django.conf import settings
from wagtail.models import Page

from comments.forms.notice_form import ReceiptNoticeForm

register = template.Library()


@register.inclusion_tag("comments/notices/follow_link.html")
def follow_link(page: Page) -> dict[str, Any]:  # Any: a template context
    """The way to following a page by mail."""
    return {"page": page, "has_mail": settings.HAS_MAIL}


@register.inclusion_tag("comments/notices/receipt_section.html")
def receipt_notices(secret: str) -> dict[str, Any]:  # Any: as above
    """The form that asks for mail about the comment of a receipt."""
    return {"secret": secret, "form": ReceiptNoticeForm(), "has_mail": settings.HAS_MAIL}
