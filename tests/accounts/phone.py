"""The app on somebody's phone: the code that it shows at the moment."""

from django.contrib.auth.models import Group, Permission
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import second_step
from accounts.models import User


def shown_code(key: str) -> str:
    """The six digits for a secret in hexadecimal, now."""
    return f"{totp(bytes.fromhex(key)):06}"


def give_phone(user: User) -> str:
    """Set up the second step of somebody; returns the secret. The code of now may still be used."""
    key = second_step.new_key()
    assert second_step.set_up(user, key=key, code=shown_code(key))
    TOTPDevice.objects.filter(user=user).update(last_t=-1)
    return key


def demand_of(user: User) -> None:
    """Put the user into a group that must sign in with a code."""
    group = Group.objects.create(name="Careful people")
    group.permissions.add(Permission.objects.get(codename=second_step.DEMAND))
    user.groups.add(group)
