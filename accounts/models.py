"""The user model: staff only. A reader never needs an account."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who writes, moderates or runs the newsroom."""
