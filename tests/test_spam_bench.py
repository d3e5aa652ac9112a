"""The pure parts of `script/bench spam`: what it keeps back, what it adds, what it prints."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from django.conf import settings

from comments.learning.linking import HOSTS
from comments.spam import Terms, Thresholds
from comments.spam.features import SIZE, featurise
from comments.spam.model import Model
from comments.spam.reading import read
from comments.spam.seed import EXAMPLES

sys.path.insert(0, str(settings.BASE_DIR / "script" / "benches"))

from spam_bench import figure, texts, training, trials

LINES = [
    {"text": "Buy cheap watches at my shop", "label": 1},
    {"text": "The council met on Tuesday", "label": 0},
]


def a_folder(tmp_path: Path) -> Path:
    """A folder with a few comments under each of the names that the seed is trained from."""
    for collection in training.COLLECTIONS:
        rows = [LINES[1], *([] if "_ham" in collection.file else [LINES[0]])] * 8
        told = [row | {"text": f"{row['text']}, {number}"} for number, row in enumerate(rows)]
        (tmp_path / collection.file).write_text("\n".join(map(json.dumps, told)))
    return tmp_path


def test_a_figure_is_one_line_with_the_keys_of_all_benches() -> None:
    line = json.loads(figure.Figure("auc", 0.9, "auc", 7, reference=0.45).as_line())
    keys = "bench name value unit ratio reference database queries n"
    assert list(line) == keys.split()
    assert (line["ratio"], line["n"]) == (2.0, 7)


@pytest.mark.parametrize("reference", [None, 0.0])
def test_nothing_to_compare_with_gives_no_ratio(reference: float | None) -> None:
    assert json.loads(figure.Figure("held", 0.1, "share", 1, reference).as_line())["ratio"] is None


def test_mean_is_of_values_and_of_what_stands_beside_them() -> None:
    each = [figure.Figure("a", 0.2, "share", 3, 0.4), figure.Figure("a", 0.4, "share", 5, 0.8)]
    mean = figure.mean_of("all", each)
    assert (mean.name, mean.value, mean.n) == ("all", pytest.approx(0.3), 8)
    assert mean.reference == pytest.approx(0.6)
    assert figure.mean_of("all", [figure.Figure("a", 1, "share", 1)]).reference is None


def test_the_same_quarter_is_kept_back_every_time() -> None:
    sayings = [f"Comment number {number}" for number in range(2_000)]
    back = texts.kept_back(sayings)
    assert back.mean() == pytest.approx(1 / texts.KEPT_BACK_OF, abs=0.05)
    assert (texts.kept_back(sayings[::-1])[::-1] == back).all()


def test_the_first_of_each_class_are_the_earliest() -> None:
    is_spam = np.array([True, False, True, False, True, False, False, True, False, False])
    first = texts.first_of_each_class(is_spam, 0.5)
    assert np.flatnonzero(first).tolist() == [0, 1, 2, 3, 5]


def test_links_added_lead_nowhere_that_the_seed_was_taught() -> None:
    linked = texts.with_other_links([f"{number}. " for number in range(50)])
    hosts = {host for text in linked for host in read(text).hosts}
    assert hosts == {read(host).hosts[0] for host in texts.OTHER_HOSTS}
    assert not set(texts.OTHER_HOSTS) & set(HOSTS)
    assert len(set(linked)) == 50


def test_folder_that_the_environment_names_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(texts.SETTING, str(tmp_path))
    assert texts.data_folder() == tmp_path
    monkeypatch.setenv(texts.SETTING, str(tmp_path / "none"))
    with pytest.raises(texts.DataMissing, match=texts.SETTING):
        texts.data_folder()


def test_examples_of_a_file_are_where_its_place_says(tmp_path: Path) -> None:
    taught = training.material(a_folder(tmp_path))
    assert [texts.video_of(file) for file in taught.videos] == ["psy", "katyperry", "lmfao"]
    for file in (*taught.videos, EXAMPLES):
        told = taught.files[file]
        examples = taught.examples.only(_at(taught.places[file], len(taught.examples)))
        assert (examples.is_spam == told.is_spam).all()
        last = featurise(read(told.texts[-1]))
        assert examples.rows[-1].indices.tolist() == last.index.tolist()


def test_news_that_are_kept_back_teach_nothing(tmp_path: Path) -> None:
    taught = training.material(a_folder(tmp_path))
    learned = {text for told in taught.files.values() for text in told.texts}
    honest = {f"{LINES[1]['text']}, {number}" for number in range(8)}
    back = {text for text in honest if texts.kept_back([text])[0]}
    assert set(taught.news) == back
    files = [taught.files[each.file] for each in training.COLLECTIONS if "_ham" in each.file]
    assert not back & {text for told in files for text in told.texts}
    assert honest - back <= learned


def test_model_without_a_video_has_not_seen_its_words(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    own = {"text": "zyxwvut", "label": 1}
    (folder / "youtube_psy.jsonl").write_text(json.dumps(own))
    taught = training.material(folder)
    word = featurise(read("zyxwvut")).index[0]
    assert taught.unseen("youtube_psy.jsonl").model.weights[word] == 0
    assert taught.unseen("youtube_lmfao.jsonl").model.weights[word] > 0


def test_a_term_newly_holds_only_what_the_words_let_pass() -> None:
    said = texts.Texts(
        ("A blackjack", "The blackjack again", "Rent"), np.array([True, True, False])
    )
    verdict = np.array(["publish", "hold", "publish"])
    unseen = SimpleNamespace(video="v", comments=said, of_comments=SimpleNamespace(verdict=verdict))
    found = trials._spam_newly_held(Terms.parse(["blackjack"]), unseen)
    assert (found.value, found.n) == (0.5, 2)


def test_caught_is_measured_at_the_line_of_everything_honest() -> None:
    model = Model(np.zeros(SIZE, np.float32), -3.0, Thresholds(-2.0, 5.4))
    said = texts.Texts(("spam", "honest"), np.array([True, False]))
    unseen = training.Unseen("v", said, ("news",), model)
    assert unseen.of_honest.tolist() == [-3.0, -3.0]
    caught = trials.caught(unseen, np.array([-2.9, -3.0]), blocked=0.01)
    assert caught == 0.5


def _at(place: slice, size: int) -> np.ndarray:
    chosen = np.zeros(size, np.bool_)
    chosen[place] = True
    return chosen
