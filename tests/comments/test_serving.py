import numpy as np
import pytest

from comments import serving
from comments.models import Cluster, Comment, SpamFilter, SpamLabel, SpamModel, SpamTermList
from comments.spam import Thresholds, model_file, seed
from comments.spam.features import VERSION
from comments.spam.model import Weights
from tests.comments.factories import make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forget_models():
    """Each test's versions have the same numbers."""
    serving._usable.cache_clear()
    serving._before.cache_clear()
    serving._terms.cache_clear()
    yield
    serving._usable.cache_clear()
    serving._before.cache_clear()
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


def decide(post, number, *, is_spam, **fields):
    for _each in range(number):
        label = {"featuriser": VERSION, "features": b"", "score": 0} | fields
        SpamLabel.objects.create(comment=make_comment(post), is_spam=is_spam, **label)


@pytest.mark.parametrize(
    ("spam", "honest", "is_learning"),
    [(10, 90, False), (9, 91, True), (90, 10, False), (10, 89, True)],
)
def test_it_learns_until_it_has_seen_enough_of_both_kinds(post, spam, honest, is_learning):
    decide(post, spam, is_spam=True)
    decide(post, honest, is_spam=False)
    assert serving.current().is_learning == is_learning


def test_what_is_alike_counts_once(post):
    decide(post, 20, is_spam=False)
    decide(post, 100, is_spam=True)
    alike = Cluster.objects.create(sketch=b"")
    Comment.objects.filter(spam_label__is_spam=True).update(cluster=alike)
    assert serving.current().is_learning


def test_labels_of_other_features_do_not_count(post):
    decide(post, 50, is_spam=True, featuriser=VERSION + 1)
    decide(post, 50, is_spam=False)
    assert (serving.current().labels, serving.current().is_learning) == (50, True)


def test_without_a_seed_nothing_is_in_force(monkeypatch, caplog):
    def refuse():
        raise model_file.ModelRefused

    monkeypatch.setattr(seed, "load", refuse)
    assert serving.current_or_none() is None
    assert "every comment waits" in caplog.text


def test_many_foreign_versions_cost_a_few_queries_once(caplog, django_assert_max_num_queries):
    version = None
    for _number in range(20):
        version = make_version(parent=version, seed_digest="another")
    serve(version)
    with django_assert_max_num_queries(2 + 2 * serving.VERSIONS_KEPT):
        assert serving.current().model.version == 0
    with django_assert_max_num_queries(2):
        serving.current()
    assert caplog.text.count("cannot be used") == serving.VERSIONS_KEPT


def test_a_version_with_a_broken_calibration_is_refused(caplog):
    weights = Weights(np.array([5], np.uint32), np.array([2.0], np.float32), 1.0)
    data = model_file.pack(weights, {"calibration": None})
    serve(make_version(weights=data, digest=model_file.digest(data)))
    assert serving.current().model.version == 0
