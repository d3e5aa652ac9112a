import re

import pytest
from django.test import Client
from django.urls import reverse

from comments.around.user_bar import add_item
from tests.comments.around.shifts import give_section
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import ROLES, make_administrator, sign_in
from tests.pages import make_post

ITEM = re.compile(r'<a href="([^"]+reader-comments[^"]+)"[^>]*role="menuitem">(.*?)</a>', re.DOTALL)


def item(client, page):
    """The address and the words of our item on a page as this browser reads it."""
    found = ITEM.search(client.get(page.url).content.decode())
    return found and (found[1], " ".join(re.sub(r"<[^>]+>", " ", found[2]).split()))


def test_who_may_decide_reads_on_the_page_how_many_wait_below_it(newsroom, post, browser):
    make_comment(make_post(newsroom, "Another one"), status="pending")
    assert item(browser, post)[1] == "Comments: none waiting here"
    for _ in range(3):
        make_comment(post, status="pending")
    url, words = item(browser, post)
    assert words == "3 comments waiting here"
    queue = reverse("reader_comments:queue")
    assert url == f"//testserver{queue}?status=pending&amp;page={post.pk}"


@pytest.mark.parametrize("role", ["anonymous", "outsider", "editor"])
def test_nobody_else_does(post, role):
    make_comment(post, status="pending")
    assert item(sign_in(ROLES[role]()), post) is None


def test_a_page_that_caches_keep_says_nothing_of_it(post):
    make_comment(post, status="pending")
    answer = Client().get(post.url)
    assert "public" in answer["Cache-Control"]
    assert b"waiting here" not in answer.content
    assert b"userbar" not in answer.content


def test_a_page_with_the_item_is_kept_by_no_cache(post, browser):
    assert "no-store" in browser.get(post.url)["Cache-Control"]


def test_the_moderator_of_another_section_is_not_told(newsroom, post, ana, browser):
    give_section(ana, make_post(newsroom, "Another one"))
    assert item(browser, post) is None


def test_pages_without_comments_have_no_item(newsroom, browser):
    assert item(browser, newsroom.home) is None


def test_a_preview_has_none(rf, post):
    request = rf.get("/")
    request.user = make_administrator()
    items = []
    request.is_preview = True
    add_item(request, items, post)
    assert items == []
    request.is_preview = False
    add_item(request, items, post)
    assert len(items) == 1


@pytest.mark.parametrize("page", [None, "the post"])
def test_without_a_request_or_a_page_there_is_nothing_to_add(rf, post, page):
    items = []
    request = rf.get("/") if page is None else None
    add_item(request, items, page and post)
    assert items == []
