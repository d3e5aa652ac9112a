"""Text for a table that a spreadsheet opens: never a formula, whatever a reader wrote.

A formula begins with = + - or @, also in their wide and small forms; spreadsheets overlook spaces,
quotes and signs that nobody sees before it. So a cell that begins like that gets an apostrophe in
front. A program that was set to another separator, or that reads quotes in its own way, takes what
follows ; a tab, a line's end or a quote for the beginning of a cell: there the apostrophe stands
before the sign. Each can be told from one that somebody wrote, and taken away again.
"""

import re

# = + @ and -, as they are, wide, and small.
SIGNS = r"=+@\-\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
# Spaces and signs without a shape, but for those that may part cells.
UNSEEN = (
    r" \x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\u00ad\u1680\u180e"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
)
APOSTROPHE = "'"

# A cell that a spreadsheet may take for a formula; tab and line's end alone are enough for some.
BEGINS = re.compile(rf"'*[{UNSEEN}\"]*[\t\r\n{SIGNS}]")
# The same, further on: behind what may part cells.
FURTHER_ON = re.compile(rf"(?<=[;\t\r\n\"])(?='*[{UNSEEN}]*[{SIGNS}])")
PUT_FURTHER_ON = re.compile(rf"(?<=[;\t\r\n\"])'(?='*[{UNSEEN}]*[{SIGNS}])")


def neutral(text: str) -> str:
    """The text of a cell that is no formula; `restored` has it back."""
    safe = FURTHER_ON.sub(APOSTROPHE, text)
    return APOSTROPHE + safe if BEGINS.match(text) else safe


def restored(cell: str) -> str:
    """The text that `neutral` was given."""
    has_one = cell.startswith(APOSTROPHE)
    text = PUT_FURTHER_ON.sub("", cell[1:] if has_one else cell)
    return text if has_one and BEGINS.match(text) else PUT_FURTHER_ON.sub("", cell)
