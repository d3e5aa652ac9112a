"""The call to action: one thing to do now."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue

from blog import actions
from blog.blocks import samples
from blog.blocks.checked import CheckedBlock, Faults

Context = dict[str, Any]  # Any: Wagtail's template context

KINDS = [
    ("sign", _("Sign something")),
    ("call", _("Call somebody")),
    ("write", _("Write to somebody")),
    ("give", _("Give money or things")),
    ("share", _("Tell others")),
    ("come", _("Come somewhere")),
]
BUTTONS = {
    "sign": pgettext_lazy("action", "Sign"),
    "call": pgettext_lazy("action", "Call"),
    "write": pgettext_lazy("action", "Write"),
    "give": pgettext_lazy("action", "Give"),
    "share": pgettext_lazy("action", "Share"),
    "come": pgettext_lazy("action", "Come"),
}


class ActionBlock(CheckedBlock):
    """What readers are asked to do, and the one button that does it."""

    kind = blocks.ChoiceBlock(
        choices=KINDS, default="sign", label=_("What to do"), search_index=False
    )
    title = blocks.CharBlock(
        label=_("In a few words"),
        max_length=255,
        help_text=_("Such as: Call the sheriff before Thursday."),
    )
    text = blocks.RichTextBlock(
        label=_("Why, and how"), required=False, features=["bold", "italic", "link", "ol", "ul"]
    )
    url = blocks.URLBlock(label=_("Web address"), required=False, max_length=2000)
    phone = blocks.CharBlock(
        label=_("Or a telephone number"),
        required=False,
        max_length=40,
        help_text=_("As one would dial it, such as +1 212 555 0100."),
    )
    email = blocks.EmailBlock(label=_("Or an e-mail address"), required=False)
    script = blocks.TextBlock(
        label=_("What to say"),
        required=False,
        help_text=_("Words that callers and writers may use."),
    )
    button = blocks.CharBlock(
        label=_("Words on the button"),
        required=False,
        max_length=60,
        help_text=_("Empty: Sign, Call, Write, Give, Share or Come."),
    )

    class Meta:
        icon = "pick"
        label = _("Call to action")
        group = _("To do")
        description = _("One thing to do now: sign, call, write, give, share or come.")
        template = "blog/blocks/action.html"
        label_format = "{title}"
        preview_value = staticmethod(samples.action)

    def faults(self, value: StructValue) -> Faults:
        """A button that leads nowhere. Only to share one needs no address but the page's own."""
        if actions.address_of(value) or value["kind"] == "share":
            return {}
        return {
            "url": gettext("Say where the button leads: a web address, a telephone or an e-mail.")
        }

    def get_context(self, value: StructValue, parent_context: Context | None = None) -> Context:
        """Wagtail's context, where the button leads, and what stands on it."""
        context: Context = super().get_context(value, parent_context)
        context["address"] = actions.address_of(value)
        context["button"] = value["button"] or BUTTONS.get(value["kind"], "")
        return context
