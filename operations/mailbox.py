"""E-mail addresses: how they are written down, and which of them lead to one mailbox."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

LONGEST = 254  # RFC 5321, 4.5.3.1.3, without the angle brackets; as our columns
SALT = "operations.mailbox"


def normalise(typed: str) -> str:
    """The address as it is kept: no white space around it, the domain in small letters.

    Raises `ValidationError` for what is no address. In quotes one may hold signs that end a line
    for some programs (RFC 5322, 3.2.4): then what follows would be a header of its own.
    """
    local, _at, domain = typed.strip().rpartition("@")
    address = f"{local}@{domain.lower()}"
    validate_email(address)
    if not address.isprintable():
        raise ValidationError(_("Enter a valid email address."))
    if len(address) > LONGEST:
        raise ValidationError(_("This address is too long."))
    return address


def key_of(address: str) -> str:
    """A keyed digest of the mailbox behind an address, to count what is sent to it.

    Large, small letters, dots and what follows a plus sign are left aside: many providers do so
    too, and nobody shall get a hundred mails because an address can be written in a hundred ways.
    """
    local, _at, domain = address.lower().rpartition("@")
    mailbox = f"{local.partition('+')[0].replace('.', '')}@{domain}"
    return salted_hmac(SALT, mailbox, algorithm="sha256").hexdigest()
