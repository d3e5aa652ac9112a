"""The form of a post offers topics and campaigns of its own language."""

import pytest
from django import forms

from blog.models import PostPage, Topic
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
