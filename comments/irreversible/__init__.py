"""What cannot be taken back: asked for with the password, done a day later unless called off."""

from comments.irreversible.asking import (
    MAX_WANTED,
    NothingWanted,
    NotPossible,
    OtherThanShown,
    TooManyTries,
    TooManyWanted,
    WrongPassword,
    ask,
    ask_as_shown,
    call_off,
    check_password,
    confirm,
    mark_of,
    may_confirm,
    needs_second,
    number_gone,
    wanted_of,
)
from comments.irreversible.carrying import carry_out_due
from comments.irreversible.files import collect, forget_about, forget_exports, is_there

__all__ = [
    "MAX_WANTED",
    "NotPossible",
    "NothingWanted",
    "OtherThanShown",
    "TooManyTries",
    "TooManyWanted",
    "WrongPassword",
    "ask",
    "ask_as_shown",
    "call_off",
    "carry_out_due",
    "check_password",
    "collect",
    "confirm",
    "forget_about",
    "forget_exports",
    "is_there",
    "mark_of",
    "may_confirm",
    "needs_second",
    "number_gone",
    "wanted_of",
]
