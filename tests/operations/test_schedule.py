"""What is due goes live by itself; what fails stays due, and holds up nothing else."""

import logging
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Revision

from blog.models import Author, PostPage
from operations import schedule
from tests.pages import make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_was_told(monkeypatch):
    monkeypatch.setattr(schedule, "_complained_of", set())


@pytest.fixture
def newsroom():
    return make_newsroom()


def due(newsroom, title, *, minutes_ago=2, authors=()):
    """A draft whose moment has come."""
    post = make_post(newsroom, title, live=False)
    sign(post, authors)
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    draft = PostPage.objects.get(pk=post.pk)
    draft.go_live_at = moment
    draft.save_revision(approved_go_live_at=moment)
    return post


def is_live(post):
    return PostPage.objects.get(pk=post.pk).live


def fail_once(monkeypatch, title):
    save, failed = PostPage.save, []

    def save_or_fail(page, *args, **fields):
        if page.title == title and not failed:
            failed.append(title)
            raise OperationalError("database is locked")
        return save(page, *args, **fields)

    monkeypatch.setattr(PostPage, "save", save_or_fail)


def test_what_could_not_be_saved_goes_live_the_next_time(newsroom, monkeypatch, caplog):
    post = due(newsroom, "Locked")
    fail_once(monkeypatch, "Locked")
    with caplog.at_level(logging.ERROR):
        schedule.settle()
    assert (is_live(post), f"publishing page {post.pk} failed" in caplog.text) == (False, True)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 1
    schedule.settle()
    assert is_live(post)


def test_what_fails_holds_up_nothing_else_and_is_told_once(newsroom, caplog):
    first = due(newsroom, "First", minutes_ago=3)
    second = due(newsroom, "Second")
    make_post(newsroom, "Third", slug="first-again")
    revision = first.latest_revision or first.revisions.get()
    revision.content["slug"] = "first-again"
    revision.save()
    for _time in range(2):
        schedule.settle()
    assert (is_live(first), is_live(second)) == (False, True)
    assert caplog.text.count("stays due") == 1


def test_a_draft_by_an_author_who_is_gone_is_published_without_the_name(newsroom):
    post = due(newsroom, "Signed", authors=["Ana", "Teo"])
    post.post_authors.filter(author__name="Ana").delete()
    Author.objects.get(name="Ana").delete()
    schedule.settle()
    published = PostPage.objects.get(pk=post.pk)
    assert published.live
    assert [author.name for author in published.authors] == ["Teo"]


def test_what_has_expired_goes(newsroom):
    post = make_post(newsroom, expire_at=timezone.now() - timedelta(minutes=1))
    schedule.settle()
    gone = PostPage.objects.get(pk=post.pk)
    assert (gone.live, gone.expired) == (False, True)
