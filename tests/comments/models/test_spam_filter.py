import pytest
from django.db import IntegrityError, transaction

from comments.models import ChangeKind, SpamFilter, SpamFilterChange, SpamModel, SpamTermList

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_there_is_one_spam_filter():
    SpamFilter.objects.create(pk=1)
    refused(lambda: SpamFilter.objects.create(pk=2))


@pytest.mark.parametrize("lines", [{"hold_at": 5, "bin_at": 5}, {"hold_at": 1}, {"bin_at": 1}])
def test_the_filter_holds_before_it_bins(lines):
    refused(lambda: SpamFilter.objects.create(pk=1, **lines))


def test_without_a_row_the_filter_is_as_shipped():
    found = SpamFilter.current()
    assert (found.serving, found.hold_at, found.is_learning_paused) == (None, None, False)
    assert not SpamFilter.objects.exists()


def test_how_the_filter_is_set_is_one_query_without_weights_and_terms(django_assert_num_queries):
    version = SpamModel.objects.create(
        weights=b"x", spam_labels=1, honest_labels=1, figures={}, was_refused=False
    )
    terms = SpamTermList.objects.create(name="Ours", terms="a")
    SpamFilter.objects.create(pk=1, serving=version, term_list=terms)
    with django_assert_num_queries(1) as queries:
        found = SpamFilter.current()
        assert (found.serving, found.term_list) == (version, terms)
    assert '"weights"' not in queries[0]["sql"]
    assert '"terms"' not in queries[0]["sql"]


def test_a_change_of_the_filter_is_a_known_one():
    SpamFilterChange.objects.create(kind=ChangeKind.PAUSED)
    refused(lambda: SpamFilterChange.objects.create(kind="whim"))
