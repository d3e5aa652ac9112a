"""The user model: staff only. A reader never needs an account."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

SALT = "accounts.second_step"


class User(AbstractUser):
    """Somebody who writes, moderates or runs the newsroom.

    `second_step_since` is set while a password alone does not let them in
    (accounts/second_step.py, which alone writes it).
    """

    second_step_since = models.DateTimeField(null=True, editable=False)

    class Meta(AbstractUser.Meta):
        permissions = [("owes_second_step", _("Must sign in with a code from their phone"))]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's, which a new password changes; a second step begun or ended changes it too.

        So all other sessions of the account end then.
        """
        of_the_password: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]  # not in the stubs
        if self.second_step_since is None:
            return of_the_password
        value = f"{of_the_password}{self.second_step_since.timestamp()}"
        return salted_hmac(SALT, value, secret=secret, algorithm="sha256").hexdigest()
