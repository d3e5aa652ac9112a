"""Which writes make what is kept stale."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page

from blog.models import PostPage, Topic
from operations.models import PageViews, WorkerLease
from operations.page_cache import changes, following
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def followed():
    following.start()
    yield
    following.stop()


def test_whatever_writes_is_seen() -> None:
    post = make_post(make_newsroom())
    topic = Topic.objects.create(name="Buses", slug="buses", locale=post.locale)
    writes = [
        post.save,
        lambda: PostPage.objects.filter(pk=post.pk).update(is_pinned=True),
        lambda: Topic.objects.bulk_update([topic], ["name"]),
        lambda: Topic.objects.filter(pk=topic.pk).delete(),
        lambda: connection.cursor().execute("UPDATE wagtailcore_page SET title = title"),
        lambda: Topic.objects.bulk_create([Topic(name="B", slug="b", locale=post.locale)]),
    ]
    for write in writes:
        before = changes.number()
        write()
        assert changes.number() > before


def test_what_no_page_shows_is_not() -> None:
    post = make_post(make_newsroom())
    before = changes.number()
    PageViews.objects.create(page=post, day="2026-03-04", number=1)
    PageViews.objects.update(number=F("number") + 1)
    WorkerLease.objects.all().delete()
    list(Page.objects.all())
    assert changes.number() == before


def test_what_is_taken_back_was_no_change() -> None:
    make_newsroom()
    before = changes.number()
    with transaction.atomic():
        Page.objects.update(title="Other")
        assert changes.number() > before
        transaction.set_rollback(rollback=True)
    assert changes.number() == before


def test_every_table_that_settings_name_is_there() -> None:
    named = following.unseen_tables()
    there = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert named <= there


@pytest.mark.parametrize(
    "label", ["comments.CommentSettings", "comments.Rule", "comments.Raid", "home.NewsroomSettings"]
)
def test_what_readers_see_is_not_among_them(label: str) -> None:
    assert apps.get_model(label)._meta.db_table not in following.unseen_tables()
    assert label not in settings.UNSEEN_TABLES


@pytest.mark.parametrize(
    "statement",
    [
        "WITH old AS (SELECT 1) UPDATE wagtailcore_page SET title = ''",
        "/* by hand */ DELETE FROM wagtailcore_page",
        "TRUNCATE wagtailcore_page",
        "COPY wagtailcore_page FROM STDIN",
        'REPLACE INTO "blog_topic" VALUES (1)',
    ],
)
def test_odd_spellings_of_a_write_count(statement: str) -> None:
    assert following.is_seen(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM wagtailcore_page",
        "WITH RECURSIVE above AS (SELECT 1) SELECT * FROM above",
        "SAVEPOINT s1",
        "PRAGMA foreign_keys = ON",
    ],
)
def test_reading_does_not(statement: str) -> None:
    assert not following.is_seen(statement)


def test_migrations_come_before_the_table_in_which_changes_are_counted() -> None:
    following._pause()
    assert following.count_change not in connection.execute_wrappers
    following._resume()
    assert following.count_change in connection.execute_wrappers
