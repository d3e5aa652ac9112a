"""What the newsroom knows about a submission, gathered before the filter runs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from comments.spam.model import Model
from comments.spam.terms import Terms


@dataclass(frozen=True)
class Alike:
    """How many other comments say nearly the same, and what people said of how many of them."""

    total: int = 0
    spam: int = 0
    honest: int = 0


def _never() -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class SpamContext:
    """What the filters may know beside the submission itself.

    `model`: None when none can be used, which asks for a person. `links`: how many links readers
    would see, in the words and on the name. `new_hosts`: those of them that no approved comment
    had. `is_learning`: whether it has seen too little of this newsroom to bin anything. `is_late`:
    whether the time that the filter has is over; asked again and again.
    """

    model: Model | None = None
    terms: Terms = field(default_factory=Terms)
    alike: Alike = field(default_factory=Alike)
    links: int = 0
    hosts: tuple[str, ...] = ()
    new_hosts: tuple[str, ...] = ()
    is_learning: bool = True
    is_late: Callable[[], bool] = _never
