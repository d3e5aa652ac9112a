"""Who sends a form, as a key for a day that cannot be turned back once the day is over."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from operations import day_keys
from operations.client_address import address_key, client_address


def key_of(request: HttpRequest) -> str:
    """The key of the request's sender for today; all whose address is unknown share one.

    Call it outside a transaction. Raises `LimiterUnavailable`.
    """
    address = client_address(request.META, trusted_proxies=settings.TRUSTED_PROXIES)
    return address_key(address, day_key=day_keys.current(timezone.now()))
