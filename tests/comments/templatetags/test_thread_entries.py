"""What the template of a comment is filled with; what readers see, test_reader_comments says."""

import pytest
from django.template import Context, Template
from django.utils import translation

from comments import threads
from comments.states import CommentStatus
from tests.comments.factories import make_comment

pytestmark = pytest.mark.django_db


def drawn(page, **context):
    template = Template("{% load thread_entries %}{% thread_entries entries page %}")
    entries = threads.visible_thread(page).entries
    return template.render(Context({"entries": entries, "page": page, **context}))


def test_each_comment_is_filled_with_its_own(post):
    first = make_comment(post, "First", author_name="Ana <1>")
    second = make_comment(post, "Second {name}", author_name="Bo", parent=first)
    html = drawn(post, is_open=True)
    assert html.index("Ana &lt;1&gt;") < html.index("First") < html.index("Second {name}")
    assert f'href="/comments/{post.pk}/form/?parent={second.pk}"' in html


def test_a_closed_thread_offers_no_answer(post):
    make_comment(post)
    assert "?parent=" not in drawn(post)


def test_a_shape_is_kept_for_each_language(post):
    make_comment(post, status=CommentStatus.REMOVED)
    assert "said..." in drawn(post)
    with translation.override("es"):
        assert "said..." not in drawn(post)


def test_the_way_to_further_answers_says_how_many(post):
    first = make_comment(post)
    make_comment(post, parent=first)
    entries = threads.visible_thread(post).entries
    template = Template("{% load thread_entries %}{% thread_entries entries page %}")
    for more, words in [(1, "Show the answer"), (12, "Show all 12 answers")]:
        entries[0].more = more
        html = template.render(Context({"entries": entries, "page": post, "address": "/a/"}))
        assert f'<a href="/a/?conversation={first.pk}#comment-{first.pk}">{words}</a>' in html
