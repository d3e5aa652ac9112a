"""The seed: what the filter knows before it has learned anything here, and where that is from."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from comments.learning.recipe import Source, train
from comments.spam import model_file
from comments.spam.seed import EXAMPLES, FOLDER

# Chosen on the development data, one video left out at a time (docs/spam.md): below the first, nine
# of ten spam and one of a hundred news comments stay out; at the second, nothing honest was met.
HOLD_AT = -2.0
BIN_AT = 6.5


@dataclass(frozen=True)
class Collection:
    """A file of the folder that the seed is trained from, and what its licence asks us to say."""

    file: str
    attribution: str
    spam_weight: float = 1.0
    honest_weight: float = 1.0


_YOUTUBE = (
    "YouTube Spam Collection, T. C. Alberto and J. V. Lochter (2015), UCI, "
    "doi 10.24432/C58885, CC BY 4.0"
)
COLLECTIONS = (
    Collection("youtube_psy.jsonl", _YOUTUBE),
    Collection("youtube_katyperry.jsonl", _YOUTUBE),
    Collection("youtube_lmfao.jsonl", _YOUTUBE),
    Collection(
        "sms.jsonl",
        "SMS Spam Collection, T. A. Almeida and J. M. Gómez Hidalgo (2011), UCI, "
        "doi 10.24432/C5CC84, CC BY 4.0",
        spam_weight=0.1,  # messages of another kind teach little
        honest_weight=0.1,
    ),
    Collection("civil_ham.jsonl", "Civil Comments, by way of toxic_spans of I. Pavlopoulos, CC0"),
    Collection(
        "wikitalk_ham.jsonl",
        "Talk pages of Wikipedia, by its editors, by way of context_toxicity of I. Pavlopoulos, "
        "CC BY-SA 3.0",
    ),
    Collection("foxnews_ham.jsonl", "Fox News User Comments, L. Gao and R. Huang (2017), MIT"),
)
# Almost all that the seed knows of Spanish: more must not look like spam than is.
OWN = Collection(EXAMPLES, "written for Broadside", spam_weight=0.5, honest_weight=3.0)


def train_seed(folder: Path) -> tuple[bytes, str]:
    """The seed's bytes, and its card as JSON: digest, origin, counts, what was measured.

    The same files always give the same of both. Raises `OSError` for a file that is not there.
    """
    files = [(folder / each.file, each) for each in COLLECTIONS] + [(FOLDER / EXAMPLES, OWN)]
    sources = [_source(path, collection) for path, collection in files]
    trained = train(sources)
    facts = {
        "thresholds": [HOLD_AT, BIN_AT],
        "calibration": trained.calibration,
        "sources": [_facts(*each) for each in zip(files, sources, strict=True)],
    }
    data = model_file.pack(trained.weights, facts)
    card = {
        "digest": model_file.digest(data),
        "bytes": len(data),
        "weights": len(trained.weights.index),
        "auc_out_of_fold": round(trained.auc, 4),
        "attributions": sorted({each.attribution for each in (*COLLECTIONS, OWN)}),
        **facts,
    }
    return data, json.dumps(card, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def own_examples() -> Source:
    """Those that were written for the filter, and are shipped. Raises `OSError` without them."""
    return _source(FOLDER / EXAMPLES, OWN)


def write_seed(folder: Path) -> str:
    """Train the seed and put it where the filter reads it; returns its card."""
    data, card = train_seed(folder)
    (FOLDER / "seed.npz").write_bytes(data)
    (FOLDER / "seed.json").write_text(card, "utf-8")
    return card


def _source(path: Path, collection: Collection) -> Source:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts, labels = [row["text"] for row in rows], [row["label"] == 1 for row in rows]
    return Source(texts, labels, collection.spam_weight, collection.honest_weight)


def _facts(file: tuple[Path, Collection], source: Source) -> dict[str, object]:
    path, _collection = file
    return {
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "rows": len(source.texts),
        "spam": sum(source.is_spam),
    }
