"""A database that breaks in the middle is told, not raised."""

import pytest
from django.db import OperationalError
from django.utils import timezone

from operations.health import readiness
from operations.models import WorkerLease


@pytest.mark.django_db
def test_question_about_the_worker_that_fails_means_that_none_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(**_words: object) -> object:
        raise OperationalError

    monkeypatch.setattr(WorkerLease.objects, "filter", refuse)
    now = readiness.readiness(timezone.now())
    assert (now.database, now.migrations, now.worker, now.is_complete) == (True, True, False, False)
