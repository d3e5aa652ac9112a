"""Accounts: who works in the newsroom. Readers have none."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the room."""

    name = "accounts"
    verbose_name = "Accounts"
