"""Keys, passwords and settings that would let strangers in."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model

from operations.announcement import LOOPBACK_HOSTS
from operations.doctor.finding import Finding, fault, good, warning

LEAST_LETTERS = 50  # as Django's own check security.W009
LEAST_DIFFERENT = 5


def debug_is_off() -> Finding:
    """Pages of errors would show settings and readers' words."""
    if settings.DEBUG:
        return fault(
            "DEBUG is on: a page of an error tells everything to everybody",
            fix="use script/server and script/manage, which have production's settings",
        )
    return good("pages of errors tell nothing")


def secret_key_is_long() -> Finding:
    """Whoever guesses it signs in as anybody."""
    key = str(settings.SECRET_KEY)
    if len(key) < LEAST_LETTERS or len({*key}) < LEAST_DIFFERENT:
        return fault(
            f"the secret key can be guessed: {len(key)} letters",
            fix="leave SECRET_KEY unset, and one is made; everybody signs in once more",
        )
    return good("nobody guesses the secret key")


def secret_key_stays() -> Finding:
    """With another key sessions, receipts and links in mails end."""
    path = Path(settings.DATA_DIR, "secret_key")
    if not path.is_file():
        return good("the secret key comes from SECRET_KEY; no backup has it")
    if path.read_text().strip() != settings.SECRET_KEY:
        return warning(
            f"SECRET_KEY is not the key in {path}",
            fix="decide on one: a process that is started without SECRET_KEY takes the file's",
        )
    return good(f"the secret key is kept in {path}")


def administrators_have_a_second_step() -> Finding:
    """Where the world can try passwords, one that leaked is not enough."""
    if settings.SITE_URL.hostname in LOOPBACK_HOSTS:
        return good("only this machine can try passwords")
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True)
    without = administrators.filter(second_step_since=None).count()
    if without:
        return warning(
            f"{without} administrators sign in with a password alone",
            fix="Account, Sign in with a code (docs/staff.md)",
        )
    return good("administrators sign in with a code, too")


CHECKS = (debug_is_off, secret_key_is_long, secret_key_stays, administrators_have_a_second_step)
