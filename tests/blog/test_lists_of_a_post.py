import pytest
from pytest_django import DjangoAssertNumQueries

from blog.lists_of_a_post import rows_of
from blog.models import Correction, PostPage, RelatedPost
from tests.pages import label, make_campaign, make_newsroom, make_post

pytestmark = pytest.mark.django_db

LISTS = ("topics", "campaigns", "corrections", "related_posts")


def test_what_is_known_to_be_empty_is_not_asked_for(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_post(make_newsroom())
    post = PostPage.objects.knowing_what_is_empty().get()
    with django_assert_num_queries(0):
        assert [rows_of(post, name) for name in LISTS] == [[], [], [], []]


@pytest.mark.parametrize("knows", [True, False])
def test_what_is_there_is_found(knows: bool) -> None:
    newsroom = make_newsroom()
    post, other = make_post(newsroom), make_post(newsroom, "Another")
    label(post, ["Housing"])
    post.campaigns.set([make_campaign(newsroom)])
    post.save()
    Correction.objects.create(post=post, text="It was four.")
    RelatedPost.objects.create(post=post, related=other)
    posts = PostPage.objects.knowing_what_is_empty() if knows else PostPage.objects.all()
    assert [len(rows_of(posts.get(pk=post.pk), name)) for name in LISTS] == [1, 1, 1, 1]
