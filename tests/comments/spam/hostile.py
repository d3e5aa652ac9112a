"""Texts that are made to be slow to read, each of 5,000 characters."""

from itertools import cycle, islice

LENGTH = 5_000

# What is repeated to the full length. All shapes, and why: each would be dear for a pattern that
# goes back and tries again, for a step that sorts marks, or for a cap that is not there.
UNITS = {
    "dots": ".",
    "spaces": " ",
    "new lines": "\n",
    "tabs and spaces": "\t ",
    "hyphens": "-",
    "underscores": "_",
    "digits": "7",
    "digits in groups": "555 0199-",
    "plus signs": "+",
    "at signs": "@",
    "exclamation marks": "!",
    "stars between letters": "a*",
    "dots between letters": "a.",
    "hyphens between letters": "a-",
    "spaced letters": "a ",
    "spaced letters two apart": "a  ",
    "spaced dots": ". ",
    "spaced dots between words": "word . ",
    "letters and digits": "a1",
    "digits for letters": "fr33 ",
    "signs for letters": "$@!|a",
    "one word": "a",
    "one word of dictionary letters": "etaoinshrdlu",
    "capitals": "A",
    "sentences of one letter": "a. ",
    "sentences of two words": "No way! ",
    "lines of one letter": "a\n",
    "schemes": "http://",
    "schemes with a space": "http : // ",
    "broken schemes": "hxxp://a ",
    "short hosts": "a.com ",
    "hosts without end": "a.b.",
    "hosts of one label and an ending": "com.",
    "users in addresses": "http://a@",
    "ports": "http://a:1 ",
    "queries": "http://a.com/?a=1&b=",
    "addresses of e-mail": "a@b.co ",
    "addresses of e-mail without end": "a.a@a-",
    "bracketed dots": "[.]",
    "bracketed dots between letters": "a[.]",
    "open brackets": "[",
    "closing brackets": "]",
    "brackets and spaces": "[ ",
    "words for dots": "a dot ",
    "words for dots before endings": " dot com",
    "forum markup": "[url=",
    "links of HTML": "<a href=",
    "entities": "&#x41;",
    "quotes": "\"'",
    "combining marks": "\u0301",
    "combining marks out of order": "\u0323\u0301",
    "a letter and its marks": "a\u0323\u0301",
    "invisible": "\u200b",
    "letters and invisible": "a\u200b",
    "turned around": "\u202ea\u202c",
    "ligature of eighteen letters": "\ufdfa",
    "ligatures and spaces": "\ufdfa ",
    "full-width": "\uff41",
    "circled": "\u24d0",
    "mathematical": "\U0001d41a",
    "emoji joined": "\U0001f468\u200d\U0001f469\u200d\U0001f467 ",
    "flags": "\U0001f1fa\U0001f1f8",
    "tags of emoji": "\U000e0061",
    "mixed scripts": "a\u0430\u03b1",  # a word that is folded letter by letter
    "mixed scripts in words": "p\u0430ypal ",
    "Cyrillic": "\u0430",
    "Chinese": "\u6587",
    "Hangul to be taken apart": "\ud55c",
    "Thai without spaces": "\u0e01\u0e33",
    "private use": "\ue000",
    "halves of characters": "\ud800",
    "zero bytes": "\x00",
    "amounts of money": "$1 ",
}


def hostile_texts() -> dict[str, str]:
    """All shapes by name."""
    repeated = {name: (unit * LENGTH)[:LENGTH] for name, unit in UNITS.items()}
    return repeated | {
        "a word begun and never ended": "a" + "." * (LENGTH - 1),
        "an address begun and never ended": ("http://" + "a" * LENGTH)[:LENGTH],
        "a host of hyphens": ("a" + "-" * LENGTH)[: LENGTH - 4] + ".com",
        "a phone number and never another": ("+" + "1 (" * LENGTH)[:LENGTH],
        "every character once": "".join(islice(cycle(_characters()), LENGTH)),
    }


def _characters() -> list[str]:
    """All of the first planes that are characters, in leaps, so that all blocks occur."""
    return [chr(code) for code in range(1, 0x2FFFF, 37) if not 0xD800 <= code < 0xE000]
