"""What Wagtail's site history says about the second step, and which group may be made to use it."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from accounts import second_step


def grantable() -> QuerySet[Permission]:
    """What the form of a group offers: that its people must sign in with a code."""
    return Permission.objects.filter(
        content_type__app_label="accounts", codename=second_step.DEMAND
    )


def register_actions(actions: LogActionRegistry) -> None:
    """Names for what may be done with a second step; entries hold no secret."""
    actions.register_action(
        "accounts.second_step_on", _("Set up a second step"), _("Set up signing in with a code")
    )
    actions.register_action(
        "accounts.second_step_off",
        _("Take off the second step"),
        _("Took off signing in with a code"),
    )
    actions.register_action(
        "accounts.recovery_codes", _("Make recovery codes"), _("Made new recovery codes")
    )
