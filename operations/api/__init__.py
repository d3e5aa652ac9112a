"""What every part of the API shares: its errors, its headers, how it is paged, what is public."""

from operations.api.editions import Editions
from operations.api.frame import addresses, new_api
from operations.api.paging import LARGEST, Asked, Listed, Number, turn

__all__ = [
    "LARGEST",
    "Asked",
    "Editions",
    "Listed",
    "Number",
    "addresses",
    "new_api",
    "turn",
]
