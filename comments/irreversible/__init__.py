"""What cannot be taken back: asked for with the password, done a day later unless called off."""

from comments.irreversible.asking import (
    MAX_WANTED,
    NothingWanted,
    NotPossible,
    TooManyTries,
    TooManyWanted,
    WrongPassword,
    ask,
    call_off,
    check_password,
    confirm,
    may_confirm,
    needs_second,
    number_gone,
)
from comments.irreversible.carrying import carry_out_due
from comments.irreversible.files import collect, forget_about, forget_exports, is_there

__all__ = [
    "MAX_WANTED",
    "NotPossible",
    "NothingWanted",
    "TooManyTries",
    "TooManyWanted",
    "WrongPassword",
    "ask",
    "call_off",
    "carry_out_due",
    "check_password",
    "collect",
    "confirm",
    "forget_about",
    "forget_exports",
    "is_there",
    "may_confirm",
    "needs_second",
    "number_gone",
]
