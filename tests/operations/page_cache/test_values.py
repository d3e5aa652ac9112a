"""Values that are kept while nothing changes."""

import time

import pytest
from django.db import connection, transaction
from wagtail.models import Site

from operations.page_cache import following, values
from operations.page_cache.values import LONGEST_SECONDS, while_unchanged
from tests.pages import make_newsroom

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def followed(settings, monkeypatch):
    settings.PAGE_CACHE_BYTES = 1_000
    monkeypatch.setattr(values, "_kept", {})
    following.start()
    yield
    following.stop()


@pytest.fixture
def site():
    return make_newsroom().site


def name_of(site, asked):
    def make():
        asked.append(site)
        return Site.objects.get(pk=site.pk).site_name

    return while_unchanged(("name", site.pk), make)


def test_it_is_made_once_until_something_changes(site):
    asked = []
    assert name_of(site, asked) == name_of(site, asked)
    assert len(asked) == 1
    Site.objects.update(site_name="Andanada")
    assert name_of(site, asked) == "Andanada"
    assert len(asked) == 2


def test_what_is_seen_within_a_transaction_is_not_kept(site):
    asked = []
    with transaction.atomic():
        Site.objects.update(site_name="Never")
        assert name_of(site, asked) == "Never"
        transaction.set_rollback(True)
    Site.objects.update(site_name="Really")
    assert name_of(site, asked) == "Really"


def test_what_nobody_counted_shows_after_a_minute(site, monkeypatch):
    asked, began = [], time.monotonic()
    name_of(site, asked)
    following.stop()
    Site.objects.update(site_name="By hand")
    assert name_of(site, asked) != "By hand"
    monkeypatch.setattr(values.time, "monotonic", lambda: began + LONGEST_SECONDS + 1)
    assert name_of(site, asked) == "By hand"


def test_a_connection_that_has_died_is_made_anew(site, monkeypatch):
    asked = []
    monkeypatch.setattr(
        connection, "close_if_health_check_failed", lambda: asked.append("whether it lives")
    )
    name_of(site, [])
    assert asked[:1] == ["whether it lives"]


def test_without_a_page_cache_it_is_made_each_time(site, settings):
    settings.PAGE_CACHE_BYTES = 0
    asked = []
    name_of(site, asked)
    name_of(site, asked)
    assert len(asked) == 2


def test_it_keeps_only_so_many(site, monkeypatch):
    monkeypatch.setattr(values, "MOST", 3)
    for number in range(10):
        while_unchanged(number, lambda: None)
    assert len(values._kept) <= 3
