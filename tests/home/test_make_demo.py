import logging
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from tests import pages

pytestmark = pytest.mark.django_db


def said() -> str:
    out = StringIO()
    call_command("make_demo", stdout=out)
    return out.getvalue().strip()


def test_the_first_run_says_how_much_it_made() -> None:
    pages.make_translation(pages.make_newsroom())
    assert said() == "Made the demo: 26 posts and 40 comments (en, es)."


def test_the_second_run_says_that_nothing_was_changed() -> None:
    pages.make_newsroom()
    said()
    assert said() == "The demo is here already; nothing was changed."


def test_a_newsroom_with_posts_is_told_that_it_was_left_alone() -> None:
    pages.make_post(pages.make_newsroom())
    assert "left alone" in said()


def test_without_a_blog_index_it_says_what_is_missing() -> None:
    newsroom = pages.make_newsroom()
    Page.objects.get(pk=newsroom.index.pk).delete()
    assert "no blog index" in said()


def test_it_keeps_quiet_about_single_pages_and_loud_about_the_rest(caplog) -> None:
    pages.make_newsroom()
    caplog.set_level(logging.INFO)
    said()
    assert "Page created" not in caplog.text
    logging.getLogger("wagtail").info("heard again")
    assert "heard again" in caplog.text
