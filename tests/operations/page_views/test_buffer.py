from datetime import date

import pytest
from django.core.signals import request_finished
from django.db import OperationalError

from operations.models import PageViews
from operations.page_views import buffer
from operations.page_views.buffer import EVERY_SECONDS, Buffer
from tests.pages import make_newsroom

DAY = date(2026, 3, 4)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    found = Buffer(now=0.0)
    monkeypatch.setattr(buffer, "_BUFFER", found)
    return found


def test_counts_are_handed_on_at_once_and_then_every_few_seconds(fresh):
    fresh.count(1, DAY)
    assert fresh.take(now=0.0) == {(1, DAY): 1}
    fresh.count(1, DAY)
    assert fresh.take(now=EVERY_SECONDS - 1) == {}
    fresh.count(1, DAY)
    assert fresh.take(now=EVERY_SECONDS) == {(1, DAY): 2}


def test_nothing_is_handed_on_twice(fresh):
    fresh.count(1, DAY)
    assert (fresh.take_all(), fresh.take_all()) == ({(1, DAY): 1}, {})


def test_memory_does_not_grow_for_ever(fresh, monkeypatch):
    monkeypatch.setattr(buffer, "REMEMBERED", 2)
    for page in (1, 2, 3, 1):
        fresh.count(page, DAY)
    assert fresh.take_all() == {(1, DAY): 2, (2, DAY): 1}


@pytest.mark.django_db
def test_after_an_answer_what_is_due_is_in_the_database(fresh, monkeypatch):
    page = make_newsroom().home
    # After an answer Django closes a connection that is amid a transaction, as a test's is.
    monkeypatch.setattr(buffer.connection, "close", lambda: None)
    buffer.count(page.pk, DAY)
    request_finished.send(sender=None)
    assert PageViews.objects.get().number == 1


@pytest.mark.django_db
def test_what_could_not_be_kept_is_kept_later(fresh, monkeypatch, caplog):
    page, add = make_newsroom().home, buffer.add

    def busy(_counts):
        raise OperationalError("database is locked")

    monkeypatch.setattr(buffer, "add", busy)
    buffer.count(page.pk, DAY)
    buffer.flush()
    assert "not kept yet" in caplog.text
    monkeypatch.setattr(buffer, "add", add)
    buffer.count(page.pk, DAY)
    buffer.flush()
    assert PageViews.objects.get().number == 2


@pytest.mark.django_db
def test_the_end_of_a_process_loses_nothing(fresh, monkeypatch):
    page = make_newsroom().home
    monkeypatch.setattr(buffer.connection, "close", lambda: None)
    buffer.count(page.pk, DAY)
    buffer._flush_at_the_end()
    assert PageViews.objects.get().number == 1
