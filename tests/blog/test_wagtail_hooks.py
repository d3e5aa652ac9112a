import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedUnsupportedProviderException
from wagtail.search import index

from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in
from tests.pages import make_newsroom, make_post

TITLE = "Not yet for everybody"


@pytest.fixture
def post(db):
    post = make_post(make_newsroom(), title=TITLE)
    index.insert_or_update_object(post)  # which is a task of the worker otherwise
    return post


def chooser(post, group):
    """What the page chooser answers to somebody of a group: its list, and what it finds."""
    user = make_user()
    user.groups.add(Group.objects.get(name=group))
    client = sign_in(user)
    below = reverse("wagtailadmin_choose_page_child", args=[post.get_parent().pk])
    found = reverse("wagtailadmin_choose_page_search")
    answers = [client.get(below), client.get(found, {"q": "everybody"})]
    return [TITLE in answer.content.decode() for answer in answers]


def test_a_comment_moderator_is_offered_no_page(post):
    assert chooser(post, "Comment moderators") == [False, False]


@pytest.mark.parametrize("group", ["Authors", "Editors", "Administrators"])
def test_whoever_writes_pages_is_offered_them(post, group):
    assert chooser(post, group) == [True, True]


def test_the_admin_asks_no_provider_about_an_address(db):
    with pytest.raises(EmbedUnsupportedProviderException):
        get_embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ")
