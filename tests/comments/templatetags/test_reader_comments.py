"""The markup of a thread, as the page's template gets it."""

import re

import pytest
from django.template import Context, Template

from comments.states import CommentStatus, RemovedBy
from tests.comments.factories import make_comment


def section(page):
    template = Template("{% load reader_comments %}{% comments_section page %}")
    html = template.render(Context({"page": page}))
    return re.sub(r">\s+", ">", re.sub(r"\s+", " ", html)).replace(" <", "<")


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("number", "heading"), [(0, "No comments:"), (1, "1 comment:"), (3, "3 comments:")]
)
def test_the_heading_counts(post, number, heading):
    for _comment in range(number):
        make_comment(post)
    assert f'<h2 id="comments-heading" class="thread__heading">{heading}</h2>' in section(post)


def test_a_page_without_comments_invites_one(post):
    html = section(post)
    assert words(html) == "No comments: Post a Comment"
    assert f'href="/comments/{post.pk}/form/"' in html


def test_a_tombstone_stands_under_its_authors_name(post):
    make_comment(post, author_name="shahrukh", status=CommentStatus.REMOVED)
    html = section(post)
    assert words(html).startswith(
        "1 comment: shahrukh said... This comment has been removed by a blog administrator."
    )


def test_the_hooks_that_others_rely_on(post):
    comment = make_comment(post, "Come *early*")
    html = section(post)
    assert '<section id="comments"' in html
    assert f'<article id="comment-{comment.pk}" class="comment"' in html
    assert '<div class="comment__body" dir="auto"><p>Come<em>early</em></p>' in html


def test_names_and_websites_are_escaped_and_links_are_marked(post):
    make_comment(
        post, author_name='<b>"A"', author_website='https://e.example/"onmouseover=alert(1)'
    )
    html = section(post)
    assert "&lt;b&gt;&quot;A&quot;" in html
    assert 'href="https://e.example/&quot;onmouseover=alert(1)"' in html
    assert 'rel="nofollow ugc noopener"' in html


def test_a_nameless_comment_is_anonymous(post):
    make_comment(post, author_name="")
    assert "Anonymous said..." in words(section(post))


def test_a_bare_place_has_no_name(post):
    hidden = make_comment(post, author_name="Berenice", status=CommentStatus.SPAM)
    make_comment(post, parent=hidden)
    html = section(post)
    assert "Berenice" not in html
    assert "This comment has been removed." in html


def test_an_old_fragment_still_leads_to_its_comment(post):
    make_comment(post, legacy_anchor="c301")
    assert '<a id="c301"></a>' in section(post)


def test_a_closed_page_says_so_and_offers_no_form(newsroom, post):
    make_comment(post)
    post.comments_open = False
    html = section(post)
    assert "Comments on this page are closed." in html
    assert "/form/" not in html


def test_only_a_published_comment_offers_a_reply(post):
    published = make_comment(post)
    removed = make_comment(post, status=CommentStatus.REMOVED, removed_by=RemovedBy.AUTHOR)
    html = section(post)
    assert f"?parent={published.pk}" in html
    assert f"?parent={removed.pk}" not in html


def test_a_deep_reply_says_whom_it_answers(post):
    comment = None
    for name in "abcdef":
        comment = make_comment(post, parent=comment, author_name=name)
    assert "In reply to e" in words(section(post))


def test_the_time_is_in_the_newsrooms_zone_and_machine_readable(post, settings):
    make_comment(post)
    html = section(post)
    assert '<time datetime="2012-01-06T07:00:00-05:00">January 6, 2012 at 7:00 a.m.</time>' in html


def test_the_authors_badge_is_markup_that_a_name_cannot_hold(post):
    make_comment(post, is_post_author=True)
    make_comment(post, author_name='<span class="comment__badge">Author</span>')
    assert section(post).count('<span class="comment__badge">') == 1


def test_the_section_costs_one_query_however_many_comments(post, django_assert_num_queries):
    for _comment in range(20):
        make_comment(post, parent=make_comment(post))
    with django_assert_num_queries(1):
        section(post)


def test_a_removed_comment_gives_its_author_no_link(post):
    make_comment(post, author_website="https://e.example/", status=CommentStatus.REMOVED)
    assert "e.example" not in section(post)


def test_a_bare_place_does_not_tell_what_was_decided(post):
    hidden = make_comment(post, status=CommentStatus.SPAM)
    make_comment(post, parent=hidden)
    assert "spam" not in section(post)


def test_an_answer_to_a_nameless_comment_names_anonymous(post):
    make_comment(post, author_name="")
    assert "to Anonymous" in words(section(post))
