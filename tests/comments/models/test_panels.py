import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from comments.models import Comment
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_editor, sign_in
from tests.pages import make_plain_page


def line_of_counts(page):
    html = sign_in(make_editor()).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    found = re.search(r'<p class="page-counts">(.*?)</p>', html.content.decode(), re.DOTALL)
    return " ".join(strip_tags(found[1]).split()) if found else None


def test_an_editor_sees_how_many_comments_a_post_has(post):
    for status in CommentStatus:
        make_comment(post, status=status)
    make_comment(post)
    assert line_of_counts(post) == "2 comments published, 1 waiting"


def test_a_plain_page_shows_its_counts_too(newsroom):
    assert line_of_counts(make_plain_page(newsroom)) == "0 comments published, 0 waiting"


def test_a_page_that_is_not_saved_yet_has_no_counts(newsroom):
    url = reverse("wagtailadmin_pages:add", args=["blog", "postpage", newsroom.index.pk])
    assert "page-counts" not in sign_in(make_editor()).get(url).content.decode()


@pytest.mark.parametrize("status", CommentStatus)
def test_an_editor_sees_neither_words_nor_names_nor_addresses(post, status):
    make_comment(
        post,
        "a-secret-word",
        status=status,
        author_name="a-secret-name",
        author_email="secret@example.org",
        author_website="https://secret.example.org",
    )
    client = sign_in(make_editor())
    names = ("edit", "usage", "history")
    for url in [reverse(f"wagtailadmin_pages:{name}", args=[post.pk]) for name in names]:
        response = client.get(url)
        assert response.status_code == 200
        assert b"secret" not in response.content


def test_wagtail_does_not_list_comments_as_uses_of_their_page(post):
    comment = make_comment(post, status=CommentStatus.PENDING)
    usage = sign_in(make_editor()).get(reverse("wagtailadmin_pages:usage", args=[post.pk]))
    assert str(comment.pk) not in usage.content.decode()
    assert Comment.wagtail_reference_index_ignore
