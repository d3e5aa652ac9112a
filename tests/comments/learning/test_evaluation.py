import csv

import numpy as np
import pytest

from comments.learning.evaluation import (
    Labelled,
    UnreadableFile,
    added_memory_mb,
    evaluate,
    fresh_model,
    model_bytes,
    model_on_seed,
    read_labelled,
)
from comments.spam import seed

SPAM = [f"Subscribe to my channel number {n}, check out my video" for n in range(12)]
HONEST = [f"The county board meets on day {n} about the jail" for n in range(12)]
FILE = Labelled(SPAM + HONEST, np.array([True] * 12 + [False] * 12))
# Those that outside checks rely on.
KEYS = {
    *("rows", "spam", "ham", "auc", "pr_auc", "mcc", "caught", "blocked"),
    *("caught_at_0.1", "caught_at_0.5", "caught_at_1", "p50_ms", "p99_ms"),
    *("published_spam", "held_spam", "binned_spam", "published_ham", "held_ham", "binned_ham"),
}


def write(path, rows, header=("text", "label")):
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([header, *rows])
    return path


def test_the_figures_of_the_seed():
    figures = evaluate(seed.load(), FILE)
    assert set(figures) == KEYS
    assert (figures["rows"], figures["spam"], figures["ham"]) == (24, 12, 12)
    assert figures["auc"] == figures["mcc"] == figures["caught_at_0.1"] == 1.0
    assert figures["blocked"] == figures["held_ham"] == 0.0
    assert figures["published_spam"] + figures["held_spam"] + figures["binned_spam"] == 1.0


def test_what_cannot_be_known_is_none():
    figures = evaluate(seed.load(), Labelled(HONEST, np.zeros(12, np.bool_)))
    assert figures["auc"] is None
    assert figures["caught"] is None
    assert figures["published_ham"] == 1.0


def test_a_fresh_model_knows_only_its_files():
    other = Labelled(["azul " + text for text in HONEST] + HONEST, FILE.is_spam)
    figures = evaluate(fresh_model([other]), other)
    assert figures["auc"] == 1.0
    assert evaluate(seed.load(), other)["caught"] == 0.0


def test_labels_on_the_seed_change_what_it_says():
    texts = [f"Tamales every Friday at the church, number {n}" for n in range(30)]
    labels = Labelled(texts + HONEST, np.array([True] * 30 + [False] * 12))
    asked = Labelled(["Tamales every Friday at the church"], np.array([True]))
    model = model_on_seed([labels])
    assert evaluate(seed.load(), asked)["caught"] == 0.0
    assert evaluate(model, asked)["caught"] == 1.0


def test_a_file_of_comments_is_read(tmp_path):
    path = write(tmp_path / "a.csv", [("one, two\nthree", 1), ("", 0)])
    found = read_labelled(path)
    assert found.texts == ["one, two\nthree", ""]
    assert list(found.is_spam) == [True, False]


def test_other_columns_are_left_aside(tmp_path):
    path = write(tmp_path / "a.csv", [("Ana", "words", 0)], header=("author", "text", "label"))
    assert read_labelled(path).texts == ["words"]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([("words", 1)], ("words", "label")),
        ([("words", "spam")], ("text", "label")),
        ([("words", 2)], ("text", "label")),
        ([], ("text", "label")),
    ],
)
def test_an_unreadable_file_says_what_it_lacks(tmp_path, rows, header):
    with pytest.raises(UnreadableFile, match="label"):
        read_labelled(write(tmp_path / "a.csv", rows, header))


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(UnreadableFile, match="nowhere"):
        read_labelled(tmp_path / "nowhere.csv")


def test_the_filter_fits_beside_a_web_process():
    assert 5 < added_memory_mb() < 40


def test_the_seed_is_small_enough():
    assert model_bytes(seed.load()) < 2_000_000
