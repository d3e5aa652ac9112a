"""The form of a post offers topics and campaigns of its own language, and refuses what is wrong."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.http import HttpResponse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from blog.models import PostPage, Topic
from tests.blog.writing import editor
from tests.home.editing import change
from tests.pages import (
    Newsroom,
    label,
    make_campaign,
    make_newsroom,
    make_post,
    make_translation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsrooms() -> tuple[Newsroom, Newsroom]:
    """One in English and its edition in Spanish."""
    english = make_newsroom()
    return english, make_translation(english)


def offered(post: PostPage, name: str) -> set[str]:
    form_class = PostPage.get_edit_handler().get_form_class()
    field = form_class(instance=post).fields[name]
    assert isinstance(field, forms.ModelMultipleChoiceField)
    return {str(row) for row in field.queryset}


def test_only_what_is_in_its_language_is_offered(newsrooms) -> None:
    english, spanish = newsrooms
    label(make_post(english, "Bus"), ["Buses"])
    label(make_post(spanish, "Autobús"), ["Autobuses"])
    make_campaign(english, "Night buses")
    make_campaign(spanish, "Autobuses de noche")
    post = make_post(english, "Night")
    assert offered(post, "topics") == {"Buses"}
    assert offered(post, "campaigns") == {"Night buses"}


def test_a_post_that_was_never_saved_is_offered_those_of_its_place(newsrooms) -> None:
    english, spanish = newsrooms
    label(make_post(english, "Bus"), ["Buses"])
    label(make_post(spanish, "Autobús"), ["Autobuses"])
    assert offered(PostPage(locale=spanish.index.locale), "topics") == {"Autobuses"}


def test_what_it_is_filed_under_stays_offered(newsrooms) -> None:
    english, spanish = newsrooms
    label(make_post(english, "Bus"), ["Buses"])
    post = make_post(spanish, "Autobús", topics=[Topic.objects.get()])
    assert offered(post, "topics") == {"Buses"}


def related(post: PostPage) -> dict[str, str]:
    return nested_form_data({"related_posts": inline_formset([{"related": str(post.pk)}])})


def draft_of(post: PostPage) -> PostPage:
    draft: PostPage = PostPage.objects.get(pk=post.pk).get_latest_revision_as_object()
    return draft


def dated(post: PostPage, when: str, **changes: str) -> HttpResponse:
    return change(editor(), post, posted_at=when, **changes)


@pytest.mark.parametrize("action", [{}, {"action_publish": "1"}])
def test_a_post_is_not_related_to_itself_in_a_draft_either(action) -> None:
    post = make_post(make_newsroom(), live=False)
    answer = change(editor(), post, **related(post), **action)
    assert answer.status_code == 200
    assert "A post cannot be related to itself." in answer.content.decode()
    assert not draft_of(post).related_posts.exists()


def test_another_post_is_related() -> None:
    newsroom = make_newsroom()
    post, other = make_post(newsroom, "Night", live=False), make_post(newsroom, "Bus")
    assert change(editor(), post, **related(other)).status_code == 302
    assert draft_of(post).related_posts.get().related == other


@pytest.mark.parametrize("action", [{}, {"action_publish": "1"}])
@pytest.mark.parametrize(
    "when",
    ["9999-12-31 23:00", "9999-12-01 23:00", "0026-11-22 10:00", "0001-01-01 00:00", "1989-01-01"],
)
def test_a_mistyped_year_is_refused_with_words(when, action) -> None:
    post = make_post(make_newsroom(), live=False)
    answer = dated(post, when, **action)
    assert answer.status_code == 200
    assert answer.context["form"].errors["posted_at"]
    assert draft_of(post).posted_at == post.posted_at
    assert not PostPage.objects.get(pk=post.pk).live


def test_the_words_name_the_years() -> None:
    answer = dated(make_post(make_newsroom()), "0026-11-22 10:00")
    last = timezone.now().year + 2
    assert f"it must be between 1990 and {last}." in answer.content.decode()


@pytest.mark.parametrize("year", [1990, timezone.now().year + 2])
def test_the_first_and_the_last_of_the_years_may_be_chosen(year) -> None:
    post = make_post(make_newsroom(), live=False)
    assert dated(post, f"{year}-06-01 10:00").status_code == 302
    assert draft_of(post).posted_at.year == year


def test_an_older_post_that_was_imported_can_be_edited() -> None:
    posted_at = datetime(1985, 3, 1, 17, 0, 30, tzinfo=UTC)
    post = make_post(make_newsroom(), posted_at=posted_at)
    assert change(editor(), post, title="Old").status_code == 302
    assert draft_of(post).title == "Old"
