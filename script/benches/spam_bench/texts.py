"""The labelled texts of the development data, and what is kept back of them."""

import json
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comments.spam.measures import Mask

ROOT = Path(__file__).resolve().parents[3]
SETTING = "SPAM_DATA"
VIDEO = "youtube_"
KEPT_BACK_OF = 4  # one of so many

# Places that campaigners link to, none of them among those that the seed is taught with.
OTHER_HOSTS = (
    "www.propublica.org",
    "www.texastribune.org",
    "www.kqed.org",
    "www.nbcnews.com",
    "theintercept.com",
    "www.senate.gov",
    "www.dhs.gov",
    "www.nyc.gov",
    "www.gofundme.com",
    "www.instagram.com",
    "www.flickr.com",
    "medium.com",
    "archive.org",
    "www.unhcr.org",
    "www.eluniversal.com.mx",
    "www.20minutos.es",
)
OTHER_PATHS = (
    "2013/04/what-the-senators-agreed-on",
    "detention-center-inspection-report",
    "nation/deported-veterans",
    "p/B4k2xQ9aLmn",
    "details/hearing-of-may-7",
    "es/ayuda/permisos-de-trabajo",
    "f/bring-our-neighbor-home",
    "statement.pdf",
    "?id=48213",
)


class DataMissing(Exception):
    """The folder of labelled comments is not there; the message says how to name it."""


@dataclass(frozen=True)
class Texts:
    """Texts in their order, and which of them are spam."""

    texts: tuple[str, ...]
    is_spam: Mask

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def spam(self) -> tuple[str, ...]:
        """Those that are spam."""
        return self.only(self.is_spam).texts

    def only(self, chosen: Mask) -> "Texts":
        """Those that a mask chooses."""
        return Texts(
            tuple(self.texts[place] for place in np.flatnonzero(chosen)), self.is_spam[chosen]
        )


def data_folder() -> Path:
    """The folder that the environment names, else the one beside the repository.

    Raises `DataMissing`.
    """
    folder = Path(os.environ.get(SETTING) or ROOT.parent / "shared" / "data" / "spam")
    if not folder.is_dir():
        raise DataMissing(f"{folder} is not there; {SETTING} names the folder of labelled comments")
    return folder


def read_texts(path: Path) -> Texts:
    """The comments of a file, one JSON object a line, in its order."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return Texts(
        tuple(row["text"] for row in rows), np.array([row["label"] == 1 for row in rows], np.bool_)
    )


def video_of(file: str) -> str:
    """The short name of the video whose comments a file has."""
    return file.removeprefix(VIDEO).removesuffix(".jsonl")


def kept_back(texts: Sequence[str]) -> Mask:
    """A quarter that no model learns from; a text that occurs twice is on one side."""
    sums = [zlib.crc32(text.encode("utf-8", "replace")) for text in texts]
    return np.array([each % KEPT_BACK_OF == 0 for each in sums], np.bool_)


def first_of_each_class(is_spam: Mask, share: float) -> Mask:
    """The first `share` of the spam and of the honest texts, in their order, which is of time."""
    chosen = np.zeros(len(is_spam), np.bool_)
    for kind in (is_spam, ~is_spam):
        places = np.flatnonzero(kind)
        chosen[places[: int(share * len(places))]] = True
    return chosen


def with_other_links(texts: Sequence[str]) -> list[str]:
    """Each text with one link behind it, to a place that the seed was not taught with."""
    return [f"{text.rstrip()} {_link(number)}" for number, text in enumerate(texts)]


def _link(number: int) -> str:
    host = OTHER_HOSTS[number % len(OTHER_HOSTS)]
    return f"https://{host}/{OTHER_PATHS[number % len(OTHER_PATHS)]}"
