"""Template tags of the frame that every page shares."""

from django import template
from django.conf import settings
from django.template import RequestContext
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.models import Page

from home.describing import Description, describe
from home.describing.territory import open_graph_locale
from home.masthead import NOTHING, Masthead, masthead_for
from home.theme.icon import Icon, icon_of
from home.theme.look import Look, look_of

register = template.Library()
register.filter(open_graph_locale)


@register.simple_tag(takes_context=True)
def masthead(context: RequestContext) -> Masthead:
    """Name, menu and languages for the page in the context; bare ones without a request."""
    request = context.get("request")
    page = context.get("page")
    if request is None:
        return NOTHING
    return masthead_for(page if isinstance(page, Page) else None, request=request)


@register.simple_tag(takes_context=True)
def look(context: RequestContext) -> Look:
    """The style sheets for the page in the context; those of any newsroom without a request."""
    request = context.get("request")
    return look_of(request) if request is not None else Look()


@register.simple_tag(takes_context=True)
def icon(context: RequestContext) -> Icon | None:
    """The newsroom's own icon; None where ours stands in, as it does without a request."""
    request = context.get("request")
    return icon_of(request) if request is not None else None


@register.simple_tag(takes_context=True)
def staff_bar(context: RequestContext) -> str:
    """Wagtail's user bar, if a session came with the request.

    Without one the session is not even looked at, so that a reader's page never varies on cookies.
    """
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return str(wagtailuserbar(context))


@register.simple_tag(takes_context=True)
def description(context: RequestContext) -> Description | None:
    """What programs are told of the page in the context; None where there is none to tell of."""
    request = context.get("request")
    page = context.get("page")
    if request is None or not isinstance(page, Page):
        return None
    shown = {name: context.get(name) for name in ("around", "heading", "route")}
    return describe(page, request=request, shown=shown)
