"""Draws one state of a component."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import RequestContext
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def pattern(context: RequestContext, state: Mapping[str, Any]) -> SafeString:
    """The state's template with what the state tells it, and nothing of the page around it."""
    return render_to_string(state["template"], dict(state["context"]), request=context["request"])
