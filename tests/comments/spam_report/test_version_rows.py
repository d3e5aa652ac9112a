import pytest
from django.db.models import Q

from comments.learning import versions
from comments.models import SpamModel
from comments.serving import LABELS_FOR_FIGURES
from comments.spam_report.version_rows import OBJECTIONS, figures_of, rows_of
from tests.comments.learning.making import make_version

pytestmark = pytest.mark.usefixtures("tiny_seed", "db")


def row_of(version, **serving):
    listed = SpamModel.objects.annotate(has_weights=~Q(weights=b""))
    serving.setdefault("serving_id", None)
    return next(row for row in rows_of(listed, **serving) if row.version == version)


def test_a_version_with_weights_may_serve():
    assert row_of(make_version()).may_serve


@pytest.mark.parametrize("fields", [{"weights": b""}, {"was_refused": True}])
def test_a_version_that_is_refused_or_has_no_weights_may_not(fields):
    assert not row_of(make_version(**fields)).may_serve


def test_what_serves_already_is_not_offered():
    version = make_version()
    row = row_of(version, serving_id=version.pk)
    assert (row.is_serving, row.may_serve) == (True, False)


def test_a_version_says_what_happened_to_it_and_to_no_other(moderator):
    version, other = make_version(), make_version()
    versions.activate(version.pk, actor=moderator)
    [(change, what, who)] = row_of(version).log
    assert (change.kind, what, who) == (
        "activated",
        f"Put to work: version {version.pk}",
        "moderator",
    )
    assert row_of(other).log == ()


@pytest.mark.parametrize("figures", [{}, {"before": {}, "after": {}}, {"after": {"auc": 1}}])
def test_what_was_not_measured_has_no_figures(figures):
    assert list(figures_of(figures)) == []


def test_objections_are_sentences_and_new_ones_are_shown_as_they_are():
    row = row_of(make_version(figures={"objections": ["auc_falls", "something_new"]}))
    assert row.objections == (OBJECTIONS["auc_falls"], "something_new")


@pytest.mark.parametrize(
    ("labels", "is_of_few"), [(LABELS_FOR_FIGURES - 1, True), (LABELS_FOR_FIGURES, False)]
)
def test_figures_of_few_decisions_are_known_as_such(labels, is_of_few):
    assert row_of(make_version(spam_labels=1, honest_labels=labels - 1)).is_of_few is is_of_few
