"""Registers with Wagtail's admin what is peculiar to accounts here, and nothing else."""

from wagtail import hooks

from accounts import staff_log

hooks.register("register_permissions", staff_log.grantable)
hooks.register("register_log_actions", staff_log.register_actions)
