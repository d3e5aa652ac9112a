"""The second step of signing in: a code from one's phone, or one of ten recovery codes.

Optional for everybody; the owner may demand it of a group by giving the group a permission.
How often codes may be tried is counted where they are asked for (operations/signing_in).
"""

import re
import secrets
from base64 import b32encode
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User

DEMAND = "owes_second_step"
KEY_BYTES = 20  # RFC 4226, 4: R6
TOLERANCE_STEPS = 1  # of 30 seconds before and after, RFC 6238, 5.2
MOST_DIGITS = 10  # RFC 4226, 5.3: no code has more
RECOVERY_CODES = 10
RECOVERY_CODE_LETTERS = 12  # of 5 bits
DIGEST_LETTERS = 16  # what django-otp's column holds
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
SALT = "accounts.recovery_code"


def is_set_up(user: User) -> bool:
    """Whether a password alone does not let this user in."""
    return user.second_step_since is not None


def is_demanded(user: User) -> bool:
    """Whether a group of the user's may not do without. Being an administrator demands nothing."""
    return user.groups.filter(
        permissions__content_type__app_label="accounts", permissions__codename=DEMAND
    ).exists()


def new_key() -> str:
    """A fresh secret for an app, in hexadecimal."""
    return secrets.token_hex(KEY_BYTES)


def written(key: str) -> str:
    """The secret as one types it into an app: letters and digits, in fours."""
    letters = b32encode(bytes.fromhex(key)).decode()
    return " ".join(re.findall("....", letters))


def address_of(key: str, *, user: User, issuer: str) -> str:
    """What a QR code tells an app: the secret, whose it is, and where it is good for."""
    issuer = issuer.replace(":", " ")
    label = quote(f"{issuer}:{user.get_username()}")
    secret = written(key).replace(" ", "")
    return f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': issuer})}"


def set_up(user: User, *, key: str, code: str) -> list[str] | None:
    """Turn it on if `code` is the app's answer for `key`; returns the recovery codes, else None.

    All other sessions of the account end.
    """
    clock = TOTP(bytes.fromhex(key))
    code = _bare(code)
    is_number = code.isdecimal() and len(code) <= MOST_DIGITS
    if not (is_number and clock.verify(int(code), tolerance=TOLERANCE_STEPS)):
        return None
    with transaction.atomic():
        _forget(user)
        TOTPDevice.objects.create(user=user, name="app", key=key, last_t=clock.t())
        user.second_step_since = timezone.now()
        user.save(update_fields=["second_step_since"])
        return new_recovery_codes(user)


def new_recovery_codes(user: User) -> list[str]:
    """Ten new codes, each good for once; earlier ones open nothing any more. Only digests stay."""
    codes = [_new_code() for _number in range(RECOVERY_CODES)]
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery codes")
        for code in codes:
            device.token_set.create(token=_digest(_bare(code), settings.SECRET_KEY))
    return codes


def recovery_codes_left(user: User) -> int:
    """How many of them were not used."""
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def is_passed(user: User, typed: str) -> bool:
    """Whether what was typed is the app's code of the moment or a recovery code; it is used up."""
    code = _bare(typed)
    with transaction.atomic():
        apps = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True)
        if code.isdecimal() and any(device.verify_token(code) for device in apps):
            return True
        boxes = StaticDevice.objects.select_for_update().filter(user=user, confirmed=True)
        return any(box.verify_token(digest) for box in boxes for digest in _digests(code))


def take_off(user: User) -> None:
    """A password alone lets the user in again. All sessions of the account end."""
    with transaction.atomic():
        _forget(user)
        user.second_step_since = None
        user.save(update_fields=["second_step_since"])


def _forget(user: User) -> None:
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _new_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _letter in range(RECOVERY_CODE_LETTERS))
    return "-".join(re.findall("....", letters))


def _bare(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed).lower()


def _digests(code: str) -> Iterator[str]:
    """Under today's secret key, and under earlier ones."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield _digest(code, key)


def _digest(code: str, key: str | bytes) -> str:
    return salted_hmac(SALT, code, key, algorithm="sha256").hexdigest()[:DIGEST_LETTERS]
