import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments.models import Comment
from comments.moderation_queue.answer import AnswerForm
from comments.states import CommentStatus
from tests.comments.factories import make_comment, make_user


@pytest.fixture
def desk(client, db):
    user = make_user("mod", first_name="Lucía", last_name="Ortega")
    for codename in ("access_admin", "moderate_comment"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(user)
    return client


def url(comment):
    return reverse("reader_comments:answer", args=[comment.pk])


def test_an_answer_appears_at_once_with_a_badge(desk, newsroom, post):
    comment = make_comment(post)
    name = newsroom.home.title
    response = desk.post(url(comment), {"body": "We will *all* be there.", "signed": name})
    answer = Comment.objects.get(parent=comment)
    assert response.url == reverse("reader_comments:history", args=[answer.pk])
    assert (answer.status, answer.author_name) == (CommentStatus.PUBLISHED, name)
    assert answer.staff_author.username == "mod"
    assert "<em>all</em>" in answer.body_html
    html = desk.get(post.url).content.decode()
    assert "badge--" in html


def test_the_newsrooms_name_comes_first_and_the_own_one_is_offered(newsroom, post):
    user = make_user(first_name="Lucía", last_name="Ortega")
    assert AnswerForm(comment=make_comment(post), user=user).names == [
        newsroom.home.title,
        "Lucía Ortega",
    ]


def test_nobody_signs_as_somebody_else(desk, post):
    comment = make_comment(post)
    response = desk.post(url(comment), {"body": "Hello", "signed": "The governor"})
    assert response.status_code == 422
    assert not comment.replies.exists()


@pytest.mark.parametrize("status", sorted(set(CommentStatus) - {CommentStatus.PUBLISHED}))
def test_what_is_not_public_is_not_answered(desk, post, status):
    assert desk.get(url(make_comment(post, status=status))).status_code == 404


@pytest.mark.parametrize("is_deleted", [True, False])
def test_an_answer_to_what_was_held_or_deleted_meanwhile_is_handed_back(desk, post, is_deleted):
    comment = make_comment(post, status=CommentStatus.PENDING)
    address = url(comment)
    if is_deleted:
        comment.delete()
    response = desk.post(address, {"body": "We will be there.", "signed": "x"})
    assertContains(response, "your answer was not published", status_code=409)
    assertContains(response, "We will be there.</textarea>", status_code=409)


def test_readers_do_not_answer_as_staff(client, post):
    comment = make_comment(post)
    client.force_login(make_user("reader"))
    client.post(url(comment), {"body": "Hello", "signed": "x"})
    assert not comment.replies.exists()
