"""Setting up the second step: a new secret, kept in the session until the app proves it has it."""

from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts import second_step
from accounts.models import User
from operations.signing_in import pace
from operations.signing_in.trying import Outcome, attempt

SESSION_KEY = "second_step_key"
QR_PIXELS_PER_MODULE = 5


class SettingUp:
    """One person's setting up. `codes` are the recovery codes, once it was right."""

    def __init__(self, request: HttpRequest, user: User) -> None:
        self.request = request
        self.user = user
        self.codes: list[str] = []

    @cached_property
    def key(self) -> str:
        """The secret of this session; made when it is first asked for."""
        kept: str = self.request.session.setdefault(SESSION_KEY, second_step.new_key())
        return kept

    @property
    def context(self) -> dict[str, Any]:
        """What the page shows: the secret to scan, and to type."""
        address = second_step.address_of(self.key, user=self.user, issuer=_issuer())
        code = segno.make(address, micro=False)
        return {
            "picture": code.svg_data_uri(scale=QR_PIXELS_PER_MODULE, light="white"),
            "secret": second_step.written(self.key),
        }

    def attempt(self, *, password: str | None = None) -> Outcome:
        """Compare the code that was sent, and the password where one is given; then it is on."""
        outcome = attempt(
            lambda: pace.at_the_second_step(self.request, self.user),
            is_right=lambda: self._is_theirs(password) and self._is_right(),
            wrong=_("This code is not right. Is the clock of your phone right?")
            if password is None
            else _("The password or the code is not right. Is the clock of your phone right?"),
        )
        if outcome.is_right:
            self.request.session.pop(SESSION_KEY)
            log(self.user, "accounts.second_step_on", user=self.user)
        return outcome

    def _is_theirs(self, password: str | None) -> bool:
        return password is None or self.user.check_password(password)

    def _is_right(self) -> bool:
        code = self.request.POST.get("code", "")
        self.codes = second_step.set_up(self.user, key=self.key, code=code) or []
        return bool(self.codes)


def _issuer() -> str:
    """What the app calls the newsroom: its host."""
    return f"{settings.WAGTAIL_SITE_NAME} {settings.SITE_URL.hostname}"
