"""Honest comments with honest links, made from honest comments that have none.

Public collections hold hardly any honest link, so that a filter trained on them alone marks 97 %
of the political comments that have one. These are places that campaigners link to.
"""

import random
from collections.abc import Sequence

HOSTS = (  # noqa: SIM905  (words in a row are read faster)
    "www.nytimes.com www.washingtonpost.com apnews.com www.reuters.com www.bbc.com www.npr.org "
    "www.theguardian.com www.latimes.com www.cnn.com www.congress.gov www.uscis.gov www.ca.gov "
    "www.whitehouse.gov www.supremecourt.gov www.texas.gov www.youtube.com youtu.be vimeo.com "
    "en.wikipedia.org www.facebook.com twitter.com www.eventbrite.com www.change.org www.aclu.org "
    "www.univision.com elpais.com www.telemundo.com docs.google.com actionnetwork.org"
).split()
VIDEO_HOSTS = ("www.youtube.com", "youtu.be", "vimeo.com")
WORDS = (  # noqa: SIM905  (as above)
    "news politics article story opinion immigration court bill hearing video watch event local "
    "community letter city council report us world families rally noticias marcha corte"
).split()
LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789_-"
# The shares of links that stand somewhere, and of those without a scheme or with a year.
AT_THE_END, AT_THE_BEGINNING, BARE, DATED = 0.6, 0.2, 0.25, 0.5
BEFORE = (" ", "\n", ": ", " Source: ", " See ", " Watch: ", " Read: ")


def with_links(texts: Sequence[str]) -> list[str]:
    """Each text with one link: mostly at its end, else at its beginning or between two words."""
    chance = random.Random(2015)  # noqa: S311  (the same links every time)
    return [_with_link(text, chance) for text in texts]


def _with_link(text: str, chance: random.Random) -> str:
    link, place = _link(chance), chance.random()
    if place < AT_THE_END:
        return f"{text.rstrip()}{chance.choice(BEFORE)}{link}"
    if place < AT_THE_END + AT_THE_BEGINNING:
        return f"{link}\n{text}"
    words = text.split(" ")
    words.insert(chance.randrange(len(words) + 1), link)
    return " ".join(words)


def _link(chance: random.Random) -> str:
    host = chance.choice(HOSTS)
    scheme = "" if host.startswith("www.") and chance.random() < BARE else "https://"
    return f"{scheme}{host}/{_video(chance) if host in VIDEO_HOSTS else _article(chance)}"


def _video(chance: random.Random) -> str:
    return "watch?v=" + "".join(chance.choice(LETTERS) for _ in range(11))


def _article(chance: random.Random) -> str:
    year = f"{chance.randint(2010, 2030)}/" if chance.random() < DATED else ""
    return year + "-".join(chance.choice(WORDS) for _ in range(chance.randint(1, 5)))
