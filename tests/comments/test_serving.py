import numpy as np
import pytest

from comments import serving
from comments.models import SpamFilter, SpamLabel, SpamModel, SpamTermList
from comments.spam import Thresholds, model_file, seed
from comments.spam.model import Weights
from tests.comments.factories import make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forget_models():
    """Each test's versions have the same numbers."""
    serving._usable.cache_clear()
    serving._terms.cache_clear()
    yield
    serving._usable.cache_clear()
    serving._terms.cache_clear()


def make_version(*, bias=1.0, parent=None, **fields):
    weights = Weights(np.array([5], np.uint32), np.array([2.0], np.float32), bias)
    data = model_file.pack(weights, {"calibration": [2.0, 0.5]})
    given = {
        "weights": data,
        "digest": model_file.digest(data),
        "seed_digest": seed.digest(),
        "spam_labels": 60,
        "honest_labels": 60,
        "figures": {},
        "was_refused": False,
        "parent": parent,
    }
    return SpamModel.objects.create(**(given | fields))


def serve(version, **fields):
    SpamFilter.objects.create(pk=1, serving=version, **fields)


def test_without_anything_learned_the_seed_is_in_force():
    found = serving.current()
    assert found.model == seed.load()
    assert (found.labels, found.is_learning, len(found.terms)) == (0, True, 0)


def test_what_was_learned_is_added_to_the_seed():
    version = make_version(bias=1.5)
    serve(version)
    model = serving.current().model
    assert model.bias == seed.load().bias + 1.5
    assert model.weights[5] == seed.load().weights[5] + 2
    assert (model.version, model.calibration) == (version.pk, (2.0, 0.5))


def test_a_version_is_loaded_once_in_each_process(django_assert_num_queries):
    serve(make_version())
    serving.current()
    with django_assert_num_queries(2):
        serving.current()


def test_another_version_is_in_force_at_once():
    serve(make_version(bias=1.0))
    serving.current()
    other = make_version(bias=2.0)
    SpamFilter.objects.update(serving=other)
    assert serving.current().model.version == other.pk


@pytest.mark.parametrize(
    "wrong",
    [
        {"weights": b"tampered"},
        {"weights": b""},
        {"digest": "0" * 64},
        {"seed_digest": "another"},
    ],
)
def test_what_cannot_be_used_is_refused_and_the_last_good_one_serves(caplog, wrong):
    good = make_version(bias=1.0)
    serve(make_version(bias=2.0, parent=good, **wrong))
    assert serving.current().model.version == good.pk
    assert "cannot be used" in caplog.text


def test_without_a_good_one_the_seed_serves(caplog):
    serve(make_version(weights=b"tampered"))
    assert serving.current().model.version == 0


def test_a_truncated_version_is_refused(caplog):
    version = make_version()
    version.weights = version.weights[:-20]
    with pytest.raises(model_file.ModelRefused):
        serving.load(version)


def test_the_owners_thresholds_go_before_the_seeds():
    serve(None, hold_at=-1.0, bin_at=6.0)
    assert serving.current().model.thresholds == Thresholds(-1.0, 6.0)


def test_the_owners_terms_are_in_force():
    terms = SpamTermList.objects.create(name="Ours", terms="a.example\ncheap pills")
    serve(None, term_list=terms)
    found = serving.current().terms
    assert (found.phrases, found.hosts) == ({"cheap pills"}, {"a.example"})


@pytest.mark.parametrize(("labels", "is_learning"), [(1, False), (2, True)])
def test_it_learns_until_it_has_seen_enough(post, monkeypatch, labels, is_learning):
    monkeypatch.setattr(serving, "LABELS_TO_BIN", labels)
    comment = make_comment(post)
    SpamLabel.objects.create(comment=comment, is_spam=True, features=b"", featuriser=1, score=0)
    assert serving.current().is_learning == is_learning
