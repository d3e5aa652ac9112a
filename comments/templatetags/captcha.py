"""The tag by which the form offers the captcha."""

from django import template

from comments import captcha

register = template.Library()


@register.simple_tag
def captcha_widget() -> captcha.Widget | None:
    """What the form offers; nothing until the owner has entered keys."""
    return captcha.widget()
