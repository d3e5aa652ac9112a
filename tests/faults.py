"""Lets functions of the product fail or dawdle, whoever has already taken hold of them.

A stand-in keeps the function and changes what it runs, so that a tuple of checks, or a module
that imported it by name, meets the fault as well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FunctionType
from typing import Any

from comments.guards import GUARDS
from comments.scrutiny import CHECKS

ASKS_FOR_A_PERSON = (
    *(f"{step.__module__}:{step.__name__}" for step in (*GUARDS, *CHECKS)),
    "comments.spam.assess:assess",
    "comments.standing:writer_of",
    "comments.standing:is_known",
)
# When these fail, the comment has been judged all the same.
CHANGES_NO_JUDGEMENT = (
    "comments.language:detect",
    "comments.notifications.recording:record",
    "comments.notifications.subscribing:subscribe",
)

_befores: dict[str, Callable[[], None]] = {}
_wholes: dict[str, FunctionType] = {}


def call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a stand-in runs: the fault first, then the function as it was."""
    _befores[name]()
    return _wholes[name](*args, **kwargs)


def _stand_in(*args: Any, **kwargs: Any) -> Any:
    from tests.faults import call  # (it runs among the names of another module)

    return call("NAME", args, kwargs)


def stand_in(name: str, before: Callable[[], None]) -> None:
    """From now on `before` is called first by the function of that name, as in "module:name"."""
    module, _colon, attribute = name.partition(":")
    function: FunctionType = getattr(import_module(module), attribute)
    code = _stand_in.__code__
    named = tuple(name if const == "NAME" else const for const in code.co_consts)
    _befores[name] = before
    _wholes[name] = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__
    )
    _wholes[name].__kwdefaults__ = function.__kwdefaults__
    function.__code__ = code.replace(co_consts=named, co_name=function.__name__)


def put_back(name: str) -> None:
    """The function of that name runs as it did before `stand_in`."""
    module, _colon, attribute = name.partition(":")
    getattr(import_module(module), attribute).__code__ = _wholes.pop(name).__code__
    del _befores[name]


@contextmanager
def disturbed(name: str, before: Callable[[], None]) -> Iterator[None]:
    """`stand_in` for the length of a block."""
    stand_in(name, before)
    try:
        yield
    finally:
        put_back(name)
