import pytest
from django.urls import reverse

from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.pages import make_post

pytestmark = pytest.mark.django_db


def count(client, page_id):
    return client.get(reverse("comments:count", args=[page_id]))


def test_the_number_of_comments_that_show_is_told(client, post):
    make_comment(post, parent=make_comment(post, status=CommentStatus.SPAM))
    make_comment(post, status=CommentStatus.PENDING)
    assert count(client, post.pk).json() == {"count": 2}


def test_the_answer_may_be_shared_for_a_moment(client, post):
    answer = count(client, post.pk)
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert "Vary" not in answer
    assert not answer.cookies


def test_a_page_that_is_not_public_has_no_number(client, newsroom):
    draft = make_post(newsroom, "Draft", live=False)
    for page_id in (draft.pk, newsroom.home.pk, 99999):
        assert count(client, page_id).status_code == 404


def test_a_number_is_cheap(client, post, django_assert_max_num_queries):
    for _comment in range(30):
        make_comment(post)
    count(client, post.pk)
    with django_assert_max_num_queries(5):
        count(client, post.pk)
