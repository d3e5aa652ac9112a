"""Four rules of ours for axe, which Wagtail runs over the preview as the editor types.

A preview marks what a rule looks for (`data-lacks-…`, `data-is-over`, `data-has-vague-link`), and
readers get no such marks. So no script of ours is needed: whatever bears a mark is at fault.
"""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import Page

# Wagtail's scripts know two checks of their own; this is made of axe's, by its name.
NEVER = {
    "id": "is-never-right",
    "evaluate": "matches-definition-evaluate",
    "options": {"matcher": {"nodeName": "no-such-element"}},
}
RULES = [
    *(
        {
            "id": name,
            "impact": "moderate",
            "selector": selector,
            "tags": ["best-practice"],
            "any": [NEVER["id"]],
            "enabled": True,
        }
        for name, selector in {
            "vague-link-text": "[data-has-vague-link]",
            "image-without-credit": "[data-lacks-credit]",
            "event-in-the-past": "[data-is-over]",
            # Nobody sees a description, so the headline stands for it.
            "missing-description": "body[data-lacks-description] h1",
        }.items()
    ),
]
MESSAGES = {
    "vague-link-text": {
        "error_name": _("Link text says nothing"),
        "help_text": _("Say where it leads. “Here” means nothing to who hears only the links."),
    },
    "image-without-credit": {
        "error_name": _("Image without a credit"),
        "help_text": _("Name who made it; whoever does not want to be named can be “a member”."),
    },
    "event-in-the-past": {
        "error_name": _("This event is over"),
        "help_text": _("Is its day right, and the year?"),
    },
    "missing-description": {
        "error_name": _("No description"),
        "help_text": _("Under “Promote”: a sentence for search engines and shared links."),
    },
}


class NewsroomChecker(ContentCheckerItem):
    """Wagtail's checks and ours."""

    # A page without a description shows its first words to readers: Wagtail's check is blind to it.
    axe_run_only = [*ContentCheckerItem.axe_run_only, *(rule["id"] for rule in RULES)]
    axe_custom_rules = [*ContentCheckerItem.axe_custom_rules, *RULES]
    axe_custom_checks = [*ContentCheckerItem.axe_custom_checks, NEVER]
    axe_messages = {**ContentCheckerItem.axe_messages, **MESSAGES}


def use_ours(request: HttpRequest, items: list[BaseItem], page: Page | None) -> None:
    """In the user bar and in the editor's panel of checks."""
    items[:] = [
        NewsroomChecker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
