import json

import pytest

from comments.spam import model_file, seed
from comments.spam.model_file import MAX_BYTES, ModelRefused


@pytest.fixture
def forgetful():
    """The seed is read anew in this test and after it."""
    seed.load.cache_clear()
    yield
    seed.load.cache_clear()


def card():
    return json.loads((seed.FOLDER / "seed.json").read_text("utf-8"))


def test_the_shipped_seed_is_the_one_of_its_card():
    assert (seed.FOLDER / "seed.npz").stat().st_size == card()["bytes"] < MAX_BYTES / 2
    assert seed.load().version == 0


def test_the_card_names_who_made_what_it_learned_from():
    assert all(each["rows"] and each["sha256"] for each in card()["sources"])
    assert any("CC BY-SA" in each for each in card()["attributions"])
    assert any("CC BY 4.0" in each for each in card()["attributions"])


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x"])
def test_another_file_in_its_place_is_refused(forgetful, monkeypatch, tmp_path, change):
    (tmp_path / "seed.npz").write_bytes(change((seed.FOLDER / "seed.npz").read_bytes()))
    monkeypatch.setattr(seed, "FOLDER", tmp_path)
    with pytest.raises(ModelRefused):
        seed.load()


def test_a_missing_seed_is_said(forgetful, monkeypatch, tmp_path):
    monkeypatch.setattr(seed, "FOLDER", tmp_path)
    with pytest.raises(ModelRefused, match=r"seed\.npz"):
        seed.load()


@pytest.mark.parametrize(
    "facts", [{}, {"calibration": None}, {"calibration": [1]}, {"calibration": [1, float("nan")]}]
)
def test_a_model_without_a_calibration_is_refused(facts):
    with pytest.raises(ModelRefused, match="calibration"):
        seed.calibration_of(facts)


def test_a_broken_card_is_refused(monkeypatch, tmp_path):
    (tmp_path / "seed.json").write_text("{")
    monkeypatch.setattr(seed, "FOLDER", tmp_path)
    with pytest.raises(ModelRefused, match="card"):
        seed.digest.__wrapped__()


@pytest.mark.parametrize("lines", [None, [1], [2, 1]])
def test_a_seed_without_thresholds_is_refused(forgetful, monkeypatch, tmp_path, lines):
    weights, facts = model_file.unpack(
        (seed.FOLDER / "seed.npz").read_bytes(), expected_digest=seed.digest()
    )
    data = model_file.pack(weights, facts | {"thresholds": lines})
    (tmp_path / "seed.npz").write_bytes(data)
    monkeypatch.setattr(seed, "FOLDER", tmp_path)
    monkeypatch.setattr(seed, "digest", lambda: model_file.digest(data))
    with pytest.raises(ModelRefused, match="thresholds"):
        seed.load()
