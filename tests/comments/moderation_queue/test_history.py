from django.urls import reverse

from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import read_history


def test_one_comment_is_decided_on_its_own_page_and_nothing_else_with_it(post, browser):
    comment, other = make_comment(post), make_comment(post)
    html = read_history(browser, comment)
    assert f'value="{comment.pk}.hold"' in html
    assert str(other.pk) not in html
    assert f"choice-{comment.pk}" not in html


def test_a_comment_that_never_was_has_no_history(newsroom, browser):
    assert browser.get(reverse("reader_comments:history", args=[1])).status_code == 404
