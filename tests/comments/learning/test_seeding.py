import json

import pytest

from comments.learning import seeding
from comments.learning.seeding import Collection
from comments.spam import model_file, seed
from tests.shared import shared_path

ROWS = [{"text": f"Subscribe to my channel {n}", "label": 1} for n in range(8)] + [
    {"text": f"The board meets on day {n}\u2028at noon", "label": 0} for n in range(8)
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """One small collection, and the seed's own examples, to be trained into another place."""
    own = tmp_path / "own"
    own.mkdir()
    for path in (tmp_path / "few.jsonl", own / seed.EXAMPLES):
        lines = (json.dumps(row, ensure_ascii=False) for row in ROWS)
        path.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(seeding, "COLLECTIONS", (Collection("few.jsonl", "A. Author, CC0"),))
    monkeypatch.setattr(seeding, "FOLDER", own)
    return tmp_path


def test_training_twice_gives_the_same_bytes(folder):
    assert seeding.train_seed(folder) == seeding.train_seed(folder)


def test_the_card_holds_the_digest_the_sources_and_who_made_them(folder):
    data, card = seeding.train_seed(folder)
    told = json.loads(card)
    assert told["digest"] == model_file.digest(data)
    assert [(each["file"], each["rows"], each["spam"]) for each in told["sources"]] == [
        ("few.jsonl", 16, 8),
        ("examples.jsonl", 16, 8),
    ]
    assert "A. Author, CC0" in told["attributions"]


def test_the_seed_is_written_where_the_filter_reads_it(folder):
    seeding.write_seed(folder)
    card = json.loads((folder / "own" / "seed.json").read_text("utf-8"))
    data = (folder / "own" / "seed.npz").read_bytes()
    model_file.unpack(data, expected_digest=card["digest"])


def test_a_missing_collection_is_said(folder):
    (folder / "few.jsonl").unlink()
    with pytest.raises(OSError, match="few"):
        seeding.train_seed(folder)


def test_the_shipped_seed_was_trained_on_the_collections_as_they_are():
    """Training it anew takes half a minute: script/bench spam does, and compares the bytes."""
    card = json.loads((seed.FOLDER / "seed.json").read_text("utf-8"))
    places = [shared_path(f"data/spam/{each.file}") for each in seeding.COLLECTIONS]
    places.append(seed.FOLDER / seed.EXAMPLES)
    digests = [seeding.hashlib.sha256(path.read_bytes()).hexdigest() for path in places]
    assert [each["sha256"] for each in card["sources"]] == digests
