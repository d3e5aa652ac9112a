"""Web addresses: the digits in them name pages, not persons."""

import re

# A chat address ends with the phone number itself, so it stays.
_LINK = re.compile(
    r"\bdoi:\S{1,200}+|(?:\bhttps?://|\bwww\.)(?!wa\.me/|api\.whatsapp\.)[^\s<>\"]{1,2048}+"
    r"|(?<![\w.@-])(?:[\w-]{1,63}+\.){1,6}(?:com|org|net|gov|edu|info|io|ly|co|us|mx|es)/"
    r"[^\s<>\"]{1,2048}+"
)


def without_links(plain: str) -> str:
    """The text with a blank sign for each character of a web address."""
    return _LINK.sub(lambda link: "\0" * len(link[0]), plain)
