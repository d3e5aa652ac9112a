"""What spammers do to a text so that a filter cannot read it, while people still can.

Each attack is a function of a text and of chance, so that the same seed makes the same attack.
The texts they are tried on, and the figures, are the bench's (script/bench spam).
"""

import random
import re
from collections.abc import Callable

Attack = Callable[[str, random.Random], str]

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LOOK_ALIKES = str.maketrans("aceijopsxyABCEHIKMOPSTXY", "асеіјорѕхуАВСЕНІКМОРЅТХУ")  # noqa: RUF001
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7"}
SIGNS = ".-_*"
MIN_LETTERS = 4  # shorter words are left as they are: nobody filters by them
SHARE_OF_LOOK_ALIKES = 0.5
SHARE_OF_LEET = 0.5

_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?=[.,!?]?(?:\s|$))")  # no address, no number
_ADDRESS = re.compile(r"(https?)://([^\s/]+)")

HONEST_WORDS = (  # noqa: SIM905
    "council mother school rent hearing neighbor judge street winter senator vote question clinic "
    "grandson farm permit teacher library border church union landlord bridge water Tuesday letter"
).split()
HONEST_SENTENCES = (
    "I was at the council meeting on Tuesday and nobody answered the question about the rent.",
    "My grandmother crossed the river in 1958 and worked in the same school for thirty years.",
    "You may disagree with the judge, but read what she wrote before you call her names.",
    "The bridge has been closed since winter and the farm workers walk an hour to the clinic.",
    "Who pays for the new jail when the library has no heating?",
    "Our landlord sold the house and we heard about it from a neighbor.",
)


def a_chance(seed: int) -> random.Random:
    """The same chance for the same seed."""
    return random.Random(seed)  # noqa: S311  (no secret)


def zero_width(text: str, chance: random.Random) -> str:
    """Something invisible between all letters of the words."""
    return _in_words(text, lambda word: "".join(c + chance.choice(INVISIBLE) for c in word))


def full_width(text: str, chance: random.Random) -> str:
    """All that is ASCII in its full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def look_alikes(text: str, chance: random.Random) -> str:
    """Half of the letters that have a Cyrillic twin as that; one at least stays Latin."""

    def disguise(word: str) -> str:
        kept = chance.randrange(len(word))
        return "".join(
            c if at == kept or chance.random() > SHARE_OF_LOOK_ALIKES else c.translate(LOOK_ALIKES)
            for at, c in enumerate(word)
        )

    return _in_words(text, disguise)


def spaced_letters(text: str, chance: random.Random) -> str:
    """All letters one space apart, words two: "b u y  n o w"."""
    return "  ".join(" ".join(word) for word in text.split())


def spaced_words(text: str, chance: random.Random) -> str:
    """Every other word spaced, one space between words: "please b u y now"."""
    words = text.split()
    first = chance.randrange(2)
    return " ".join(
        " ".join(word) if at % 2 == first and _WORD.fullmatch(word) else word
        for at, word in enumerate(words)
    )


def separated_letters(text: str, chance: random.Random) -> str:
    """A sign between all letters of a word: "b.u.y", "c-h-e-a-p"."""
    return _in_words(text, lambda word: chance.choice(SIGNS).join(word))


def leet(text: str, chance: random.Random) -> str:
    """Half of the letters inside words as the digits and signs that look like them."""

    def spell(word: str) -> str:
        return word[0] + "".join(_spelled(c, chance) for c in word[1:-1]) + word[-1]

    return _in_words(text, spell)


def padded_with_words(text: str, chance: random.Random) -> str:
    """As many honest words again, behind it."""
    return f"{text} {' '.join(chance.choices(HONEST_WORDS, k=len(text.split())))}"


def padded_before(text: str, chance: random.Random) -> str:
    """Three honest sentences before it."""
    return f"{' '.join(chance.sample(HONEST_SENTENCES, 3))} {text}"


def padded_after(text: str, chance: random.Random) -> str:
    """Three honest sentences after it, on a line of their own."""
    return f"{text}\n{' '.join(chance.sample(HONEST_SENTENCES, 3))}"


def hxxp(text: str, chance: random.Random) -> str:
    """The scheme spelled so that nothing makes a link of it."""
    return _in_addresses(text, lambda scheme, host: f"{scheme.replace('tt', 'xx')}://{host}")


def bracketed_dots(text: str, chance: random.Random) -> str:
    """The dots of hosts in brackets, or the word in their place."""
    dot = chance.choice(["[.]", "(.)", "[dot]", " (dot) ", "{.}"])
    return _in_addresses(text, lambda scheme, host: host.replace(".", dot))


def worded_dots(text: str, chance: random.Random) -> str:
    """The last dot of hosts as a word, in English or Spanish."""
    dot = chance.choice([" dot ", " DOT ", " punto "])
    return _in_addresses(text, lambda scheme, host: dot.join(host.rsplit(".", 1)))


def spaced_scheme(text: str, chance: random.Random) -> str:
    """Spaces in the scheme, which people take out again."""
    return _in_addresses(text, lambda scheme, host: f"{scheme} : // {host}")


def borrowed_user(text: str, chance: random.Random) -> str:
    """A trusted host as the user name before the one that is meant."""
    return _in_addresses(text, lambda scheme, host: f"{scheme}://news.example@{host}")


def borrowed_subdomain(text: str, chance: random.Random) -> str:
    """A trusted host as the subdomain of the one that is meant."""
    return _in_addresses(text, lambda scheme, host: f"{scheme}://www.news.example.{host}")


def backslashed(text: str, chance: random.Random) -> str:
    """A trusted host behind a backslash, which browsers take for the slash that ends the host."""
    return _in_addresses(text, lambda scheme, host: f"{scheme}://{host}\\@news.example")


# The words are hidden, and reading brings them back.
DISGUISES: dict[str, Attack] = {
    "zero-width": zero_width,
    "full-width": full_width,
    "look-alikes": look_alikes,
    "spaced letters": spaced_letters,
    "spaced words": spaced_words,
    "separated letters": separated_letters,
    "leet": leet,
}
# The words are all there, among honest ones.
PADDING: dict[str, Attack] = {
    "padded with words": padded_with_words,
    "padded before": padded_before,
    "padded after": padded_after,
}
# They change texts with an address only.
ADDRESS_TRICKS: dict[str, Attack] = {
    "hxxp": hxxp,
    "bracketed dots": bracketed_dots,
    "worded dots": worded_dots,
    "spaced scheme": spaced_scheme,
    "borrowed user": borrowed_user,
    "borrowed subdomain": borrowed_subdomain,
    "backslashed": backslashed,
}
ATTACKS: dict[str, Attack] = DISGUISES | PADDING | ADDRESS_TRICKS


def _in_words(text: str, change: Callable[[str], str]) -> str:
    return _WORD.sub(lambda m: change(m[0]) if len(m[0]) >= MIN_LETTERS else m[0], text)


def _in_addresses(text: str, change: Callable[[str, str], str]) -> str:
    return _ADDRESS.sub(lambda match: change(match[1], match[2]), text)


def _spelled(letter: str, chance: random.Random) -> str:
    choices = LEET.get(letter)
    return chance.choice(choices) if choices and chance.random() < SHARE_OF_LEET else letter
