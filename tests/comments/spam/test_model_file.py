"""Weights as bytes, and bytes that are refused."""

import io
import json
import zipfile
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pytest

from comments.spam import model_file
from comments.spam.features import SIZE, VERSION
from comments.spam.model import Weights
from comments.spam.model_file import MAX_BYTES, ModelRefused, digest, pack, unpack
from tests.comments.spam.attacks import a_chance

Array = npt.NDArray[np.generic]

WEIGHTS = Weights(
    np.array([1, 5, SIZE - 1], np.uint32), np.array([0.5, -1.0, 2.25], np.float32), 0.125
)
FACTS = {"parent": 3, "thresholds": [-2.0, 5.4]}


def arrays(**changed: Array) -> dict[str, Array]:
    """The arrays of a good file, some of them changed."""
    facts = json.dumps({"featuriser": VERSION}).encode()
    return {
        "index": np.array([1, 5], "<u4"),
        "weight": np.array([0.5, -1], "<f4"),
        "bias": np.array([0.125], "<f8"),
        "facts": np.frombuffer(facts, np.uint8),
    } | changed


def archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return buffer.getvalue()


def entry(array: Array) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def model_of(**changed: Array) -> bytes:
    return archive({f"{name}.npy": entry(array) for name, array in arrays(**changed).items()})


def facts_of(text: bytes) -> Array:
    return np.frombuffer(text, np.uint8)


def refusal(data: bytes) -> str:
    """Why bytes that nobody tampered with on their way are refused."""
    with pytest.raises(ModelRefused) as refused:
        unpack(data, expected_digest=digest(data))
    return str(refused.value)


def test_what_was_packed_is_unpacked() -> None:
    data = pack(WEIGHTS, FACTS)
    weights, facts = unpack(data, expected_digest=digest(data))
    assert weights.index.tolist() == WEIGHTS.index.tolist()
    assert weights.weight.tolist() == WEIGHTS.weight.tolist()
    assert weights.bias == WEIGHTS.bias
    assert facts == FACTS | {"featuriser": VERSION}


def test_a_model_without_weights_is_one() -> None:
    none = Weights(np.zeros(0, np.uint32), np.zeros(0, np.float32), 0.0)
    data = pack(none, {})
    assert len(unpack(data, expected_digest=digest(data))[0].index) == 0


def test_the_same_model_gives_the_same_bytes() -> None:
    assert pack(WEIGHTS, FACTS) == pack(WEIGHTS, dict(reversed(FACTS.items())))


def test_another_model_gives_other_bytes() -> None:
    assert pack(WEIGHTS, FACTS) != pack(WEIGHTS, FACTS | {"parent": 4})


def test_bytes_do_not_tell_when_they_were_made() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(WEIGHTS, FACTS))) as opened:
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_digest_is_sha_256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_test_builds_models_that_are_taken() -> None:
    data = model_of()
    assert unpack(data, expected_digest=digest(data))[0].bias == 0.125


def test_every_tampered_byte_is_refused() -> None:
    data = pack(WEIGHTS, FACTS)
    for place in range(len(data)):
        tampered = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(ModelRefused, match="digest"):
            unpack(tampered, expected_digest=digest(data))


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_truncated_bytes_are_refused(cut: int) -> None:
    data = pack(WEIGHTS, FACTS)
    with pytest.raises(ModelRefused, match="digest"):
        unpack(data[:cut], expected_digest=digest(data))
    assert "not a model" in refusal(data[:cut])


def test_damage_that_the_digest_was_made_after_never_raises_anything_else() -> None:
    data, chance = pack(WEIGHTS, FACTS), a_chance(4)
    for _case in range(400):
        broken = bytearray(data)
        for _byte in range(chance.choice([1, 2, 5])):
            broken[chance.randrange(len(data))] = chance.randrange(256)
        try:
            weights, _facts = unpack(bytes(broken), expected_digest=digest(bytes(broken)))
        except ModelRefused:
            continue
        assert np.isfinite(weights.weight).all()


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"PK\x03\x04",
        b"\x80\x04K*.",  # what pickle makes of 42
        b"\x93NUMPY\x01\x00",
        archive({}),
        archive({"readme.txt": b"hello"}),
        archive(dict.fromkeys(model_file.ARRAYS, b"raw")),
        archive({f"{name}.npy": b"raw" for name in model_file.ARRAYS}),
    ],
)
def test_foreign_bytes_are_refused(foreign: bytes) -> None:
    assert "not a model" in refusal(foreign)


@pytest.mark.parametrize("missing", model_file.ARRAYS)
def test_a_model_with_an_array_missing_is_refused(missing: str) -> None:
    kept = {f"{name}.npy": entry(each) for name, each in arrays().items() if name != missing}
    assert missing in refusal(archive(kept))


@pytest.mark.parametrize("name", model_file.ARRAYS)
def test_pickled_objects_are_refused_and_never_made(name: str) -> None:
    assert "allow_pickle=False" in refusal(model_of(**{name: np.array([{}], object)}))


@pytest.mark.parametrize(
    "facts", [b"", b"{", b"\xff", b"[]", b"null", b'{"featuriser": 0}', b"{}", b"[" * 100_000]
)
def test_facts_that_are_none_or_of_other_features_are_refused(facts: bytes) -> None:
    assert refusal(model_of(facts=facts_of(facts)))


def test_weights_of_another_version_of_the_features_are_refused() -> None:
    other = json.dumps({"featuriser": VERSION + 1}).encode()
    assert "other features" in refusal(model_of(facts=facts_of(other)))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_weights_that_are_no_numbers_are_refused(value: float) -> None:
    assert "no numbers" in refusal(model_of(weight=np.array([0.5, value], "<f4")))
    assert "no numbers" in refusal(model_of(bias=np.array([value], "<f8")))


@pytest.mark.parametrize("index", [[5, 1], [5, 5], [1, SIZE]])
def test_an_index_out_of_order_repeated_or_beyond_is_refused(index: list[int]) -> None:
    assert "index" in refusal(model_of(index=np.array(index, "<u4")))


@pytest.mark.parametrize(
    "changed",
    [
        {"index": np.array([1, 5], "<i8")},
        {"index": np.array([1, 5], ">u4")},
        {"weight": np.array([0.5, 1], "<f8")},
        {"bias": np.array([0], "<f4")},
        {"bias": np.array(0, "<f8")},
        {"bias": np.array([0, 0], "<f8")},
    ],
)
def test_arrays_of_other_types_are_refused(changed: dict[str, Array]) -> None:
    assert "other types" in refusal(model_of(**changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"weight": np.array([0.5], "<f4")},
        {"index": np.array([[1, 5]], "<u4"), "weight": np.array([[0.5, 1]], "<f4")},
        {"index": np.array(1, "<u4"), "weight": np.array(0.5, "<f4")},
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(changed: dict[str, Array]) -> None:
    assert "belong together" in refusal(model_of(**changed))


def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    assert "more than" in refusal(b"x" * (MAX_BYTES + 1))


def test_few_bytes_that_unpack_to_many_are_refused() -> None:
    bomb = model_of(weight=np.zeros(10 * SIZE, "<f4"))
    assert len(bomb) < MAX_BYTES // 10
    assert "unpacked" in refusal(bomb)


def test_an_array_that_claims_more_than_it_holds_is_refused() -> None:
    files = {f"{name}.npy": entry(array) for name, array in arrays().items()}
    assert b"(2,)" in files["index.npy"]
    files["index.npy"] = files["index.npy"].replace(b"(2,)", b"(9999999999999,)")
    assert "not a model" in refusal(archive(files))


def test_a_model_with_a_weight_for_every_feature_is_small_enough() -> None:
    noise = np.random.default_rng(1).normal(size=SIZE).astype("<f4")
    full = Weights(np.arange(SIZE, dtype="<u4"), noise, 0.0)
    data = pack(full, {})
    assert len(unpack(data, expected_digest=digest(data))[0].index) == SIZE
