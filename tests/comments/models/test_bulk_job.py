import pytest
from django.db import IntegrityError, transaction

from comments.models import BulkItem, BulkJob
from comments.states import Action


@pytest.fixture
def job(moderator):
    return BulkJob.objects.create(action=Action.APPROVE, moderator=moderator)


def test_a_job_decides_on_a_comment_once(job):
    BulkItem.objects.create(job=job, comment_id=1, seen_event_id=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        BulkItem.objects.create(job=job, comment_id=1, seen_event_id=2)


def test_an_unknown_action_is_no_job(moderator):
    with pytest.raises(IntegrityError, match="bulk_action_is_a_known_one"), transaction.atomic():
        BulkJob.objects.create(action="shout", moderator=moderator)


def test_an_unknown_outcome_is_none(job):
    with pytest.raises(IntegrityError, match="bulk_outcome_is_a_known_one"), transaction.atomic():
        BulkItem.objects.create(job=job, comment_id=1, seen_event_id=1, outcome="perhaps")


def test_their_names(job):
    assert str(job) == f"approve {job.pk}"
    assert str(BulkItem(job=job, comment_id=7)) == f"comment 7 of {job.pk}"
