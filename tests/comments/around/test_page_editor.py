import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html as lxml_html

from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_administrator, make_editor, sign_in

PANEL = "page-comments-panel"
HOSTILE = "<img src=x onerror=alert(1)>"


def editor_of(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def panel(client, page):
    """The HTML of our side panel; None where there is none."""
    found = lxml_html.fromstring(client.get(editor_of(page)).content).find_class(PANEL)
    return lxml_html.tostring(found[0], encoding="unicode") if found else None


def numbers(html):
    return [re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<dd>(.*?)</dd>", html)]


@pytest.fixture
def administrator(db):
    return sign_in(make_administrator())


def test_the_editor_of_a_post_says_how_many_comments_it_has(post, administrator):
    make_comment(post, status="pending")
    make_comment(post)
    make_report(make_comment(post))
    assert numbers(panel(administrator, post)) == ["2", "1", "1"]


def test_who_may_decide_finds_the_last_that_wait_by_name_and_without_words(post, administrator):
    now = timezone.now()
    for number in range(7):
        said_at = now - timedelta(hours=number + 1)
        fields = {"author_name": f"Name {number}", "created_at": said_at}
        comment = make_comment(post, "the-words", status="pending", **fields)
    html = panel(administrator, post)
    assert re.findall(r"Name \d", html) == [f"Name {number}" for number in range(5)]
    assert "waits for 1\xa0hour" in html
    assert "the-words" not in html
    assert reverse("reader_comments:history", args=[comment.pk]) not in html


def test_an_editor_without_the_right_reads_numbers_alone(post):
    make_comment(post, status="pending", author_name="Zelda")
    html = panel(sign_in(make_editor()), post)
    assert numbers(html) == ["0", "1", "0"]
    assert "Zelda" not in html
    assert "href" not in html


def test_a_page_without_comments_has_no_panel(newsroom, administrator):
    assert panel(administrator, newsroom.index) is None


def test_a_hostile_name_is_text(post, administrator):
    make_comment(post, status="pending", author_name=HOSTILE)
    assert "&lt;img" in panel(administrator, post)


def test_the_button_counts_what_waits(post, administrator):
    make_comment(post, status="pending")
    html = administrator.get(editor_of(post)).content.decode()
    button = html.split('data-side-panel-toggle="reader-comments"')[1].split("</button>")[0]
    counter = re.search(r"counter[^>]*>\s*(\d+)", button)
    assert counter[1] == "1"


def test_what_is_asked_again_while_somebody_writes_has_no_panel(post, administrator):
    html = administrator.get(editor_of(post), {"_w_hydrate_create_view": "1"}).content.decode()
    assert "page-comments-panel" not in html
