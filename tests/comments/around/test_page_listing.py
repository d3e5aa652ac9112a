import re

import pytest
from django.urls import reverse

from comments.around import page_listing
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import ROLES, make_administrator, sign_in
from tests.pages import make_plain_page, make_post


def explore(page):
    return reverse("wagtailadmin_explore", args=[page.pk])


def cells(client, page):
    """The words of our column, row by row, and the addresses that it links to."""
    html = client.get(explore(page)).content.decode()
    found = re.findall(r'<td class="page-comments">(.*?)</td>', html, re.DOTALL)
    words = [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in found]
    links = [re.findall(r'href="([^"]+)"', cell) for cell in found]
    return list(zip(words, links, strict=True))


@pytest.fixture
def administrator(db):
    return sign_in(make_administrator())


def test_the_list_of_posts_says_how_many_comments_each_has(newsroom, post, administrator):
    make_comment(post, status="pending")
    make_report(make_comment(post))
    [(words, links)] = cells(administrator, newsroom.index)
    assert words == "1 published 1 waiting 1 reported"
    queue = reverse("reader_comments:queue")
    tabs = ("all", "pending", "reported")
    assert links == [f"{queue}?status={tab}&amp;page={post.pk}" for tab in tabs]


def test_editors_read_numbers_and_are_led_nowhere(newsroom, post):
    make_comment(post, status="pending")
    [(words, links)] = cells(sign_in(ROLES["editor"]()), newsroom.index)
    assert (words, links) == ("0 published 1 waiting", [])


def test_a_list_of_pages_without_comments_has_no_such_column(newsroom, post, administrator):
    html = administrator.get(explore(newsroom.home.get_parent())).content.decode()
    assert "page-comments" not in html
    assert cells(administrator, newsroom.home) == []


def test_a_page_without_comments_has_an_empty_cell(newsroom, post, administrator):
    make_plain_page(newsroom)
    assert sorted(words for words, _links in cells(administrator, newsroom.home)) == [
        "",
        "0 published",
    ]


def test_the_column_costs_one_query_however_long_the_list(
    newsroom, post, administrator, monkeypatch
):
    asked = []
    original = page_listing.counts_on

    def counted(pages, *, request):
        asked.append(len(pages))
        return original(pages, request=request)

    monkeypatch.setattr(page_listing, "counts_on", counted)
    for number in range(10):
        make_post(newsroom, f"Post {number}")
    administrator.get(explore(newsroom.index))
    assert asked == [11]


def test_a_hostile_title_is_text_and_a_search_is_answered(newsroom, administrator):
    make_post(newsroom, "<script>alert(1)</script>")
    html = administrator.get(explore(newsroom.index)).content.decode()
    assert "<script>alert(1)" not in html
    assert "page-comments" in html
    assert administrator.get(explore(newsroom.index), {"q": "alert"}).status_code == 200
