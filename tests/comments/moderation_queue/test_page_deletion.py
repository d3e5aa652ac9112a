import pytest
from django.urls import reverse
from wagtail.models import Page

from comments.models import Comment, CommentSettings, DeskAct, DeskEvent, Thread
from comments.states import CommentStatus
from operations import limits
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_administrator, make_editor, sign_in
from tests.pages import make_post

PASSWORD = "correct horse"


@pytest.fixture
def editor(newsroom):
    return sign_in(make_editor())


@pytest.fixture
def administrator(newsroom):
    return sign_in(make_root())


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Tests run in transactions, where the real counter refuses to count."""
    monkeypatch.setattr(limits, "take", lambda *_limits: limits.Allowance(is_allowed=True))


def make_root(name="root"):
    root = make_administrator(name)
    root.set_password(PASSWORD)
    root.save()
    return root


def delete_url(page):
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def delete_several(client, *pages):
    query = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{url}?{query}&next=/admin/")


def delete_with_comments(client, page, count, password=PASSWORD):
    url = reverse("reader_comments:delete_page", args=[page.pk])
    return client.post(url, {"comment_count": count, "password": password})


@pytest.mark.parametrize("status", CommentStatus)
def test_a_post_with_comments_is_not_deleted(post, editor, status):
    make_comment(post, status=status)
    response = editor.post(delete_url(post))
    assert response.status_code == 409
    assert Comment.objects.exists()
    assert Page.objects.filter(pk=post.pk).exists()


def test_the_page_says_how_many_there_are_and_offers_to_unpublish(post, editor):
    make_comment(post)
    html = editor.get(delete_url(post)).content.decode()
    assert "1 comment" in html
    assert reverse("wagtailadmin_pages:unpublish", args=[post.pk]) in html
    assert "comment_count" not in html


def test_a_page_above_a_post_with_comments_is_not_deleted(newsroom, post, editor):
    make_comment(post)
    assert editor.post(delete_url(newsroom.index)).status_code == 409
    assert Comment.objects.exists()


def test_a_post_without_comments_is_deleted_as_ever(post, editor):
    assert editor.get(delete_url(post)).status_code == 200
    editor.post(delete_url(post))
    assert not Page.objects.filter(pk=post.pk).exists()


def test_several_posts_are_not_deleted_when_one_of_them_has_comments(newsroom, post, editor):
    other = make_post(newsroom, title="Another")
    make_comment(post)
    response = delete_several(editor, other, post)
    assert response.status_code == 409
    assert post.title in response.content.decode()
    assert Page.objects.filter(pk__in=[post.pk, other.pk]).count() == 2


def test_several_posts_without_comments_are_deleted_as_ever(newsroom, post, editor):
    delete_several(editor, make_post(newsroom, title="Another"), post)
    assert not Page.objects.child_of(newsroom.index).exists()


def test_an_administrator_is_led_from_several_posts_to_each(newsroom, post, administrator):
    other = make_post(newsroom, title="Another")
    make_comment(post)
    make_comment(other)
    html = delete_several(administrator, other, post).content.decode()
    assert delete_url(post) in html
    assert delete_url(other) in html
    assert "comment_count" not in html


def test_several_posts_are_unpublished_as_ever(post, editor):
    make_comment(post)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    editor.post(f"{url}?id={post.pk}&next=/admin/")
    assert not Page.objects.get(pk=post.pk).live


def test_the_interface_for_scripts_deletes_no_comments_either(post, administrator):
    make_comment(post)
    administrator.raise_request_exception = False
    administrator.post(f"/admin/api/main/pages/{post.pk}/action/delete/")
    assert Comment.objects.exists()


def test_an_administrator_deletes_both_after_typing_the_count(post, administrator):
    make_comment(post, parent=make_comment(post))
    assert "comment_count" in administrator.get(delete_url(post)).content.decode()
    response = delete_with_comments(administrator, post, "2")
    parent = reverse("wagtailadmin_explore", args=[post.get_parent().pk])
    assert (response.status_code, response.url) == (303, parent)
    assert not Comment.objects.exists()
    assert not Page.objects.filter(pk=post.pk).exists()


@pytest.mark.parametrize("count", ["", "1", "3", "many"])
def test_a_wrong_count_deletes_nothing(post, administrator, count):
    make_comment(post, parent=make_comment(post))
    response = delete_with_comments(administrator, post, count)
    assert response.status_code == 422
    assert "error-message" in response.content.decode()
    assert Comment.objects.count() == 2


def test_the_log_says_who_deleted_how_much(post, administrator):
    make_comment(post)
    delete_with_comments(administrator, post, "1")
    event = DeskEvent.objects.get(act=DeskAct.DELETE_POST)
    assert (event.actor.username, event.subject, event.data) == ("root", post.pk, {"comments": 1})


@pytest.mark.parametrize("password", ["", "wrong"])
def test_nothing_is_deleted_without_the_password(post, administrator, password):
    make_comment(post)
    response = delete_with_comments(administrator, post, "1", password)
    assert response.status_code == 422
    assert "error-message" in response.content.decode()
    assert Comment.objects.exists()
    assert not DeskEvent.objects.exists()


def test_nobody_deletes_alone_where_two_have_to_agree(newsroom, post, administrator):
    make_comment(post)
    settings = CommentSettings.for_site(newsroom.site)
    settings.needs_second_person = True
    settings.save()
    make_root("eva")
    html = administrator.get(delete_url(post)).content.decode()
    assert reverse("reader_comments:irreversible") in html
    assert "comment_count" not in html
    assert delete_with_comments(administrator, post, "1").status_code == 409
    assert Comment.objects.exists()


def test_the_root_of_all_pages_cannot_be_deleted(post, administrator):
    make_comment(post)
    response = delete_with_comments(administrator, Page.get_first_root_node(), "1")
    assert response.status_code == 302
    assert Comment.objects.exists()


def test_a_page_that_is_not_there_is_not_found(newsroom, administrator):
    url = reverse("reader_comments:delete_page", args=[2**31 - 1])
    assert administrator.post(url).status_code == 404


def test_copying_a_page_copies_no_comments(post):
    make_comment(post)
    copy = post.copy(update_attrs={"slug": "copy"})
    assert not Comment.objects.filter(page=copy).exists()
    assert not Thread.objects.filter(page=copy).exists()
    assert Comment.objects.filter(page=post).count() == 1
