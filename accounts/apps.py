"""Accounts: who works in the newsroom. Readers have none."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Registers the room."""

    name = "accounts"
    verbose_name = _("Accounts")
