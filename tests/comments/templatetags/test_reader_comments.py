"""The markup of a thread, as the page's template gets it."""

import re
from datetime import UTC, datetime

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory

from comments.models import CommentSettings, ThreadOrder
from comments.states import CommentStatus, RemovedBy
from tests.comments.factories import make_comment, make_user
from tests.comments.threads.talk import make_talk


def section(page, query=""):
    template = Template("{% load reader_comments %}{% comments_section page %}")
    request = RequestFactory().get(f"/{query}")
    html = template.render(RequestContext(request, {"page": page}))
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
    assert words(html).startswith("No comments: Post a Comment")
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


def test_badges_are_markup_that_a_name_cannot_hold(post):
    make_comment(post, is_post_author=True)
    make_comment(post, staff_author=make_user("colleague"))
    make_comment(post, author_name='<span class="badge badge--author">Author</span>')
    html = section(post)
    assert html.count('<span class="badge badge--author">') == 1
    assert html.count('<span class="badge badge--staff">') == 1
    assert re.search(
        r"</bdi></b><span class=.badge badge--author.><svg .*?</svg>Author</span>", html
    )


@pytest.mark.parametrize("answered", [None, 0])
def test_the_section_costs_the_same_queries_however_many_comments(
    post, answered, django_assert_max_num_queries
):
    talk = make_talk(post, [None, 0, *[answered] * 60, None, 1])
    assert len(talk) == 64
    with django_assert_max_num_queries(13):
        section(post)


def test_every_time_links_to_the_permalink(post):
    comment = make_comment(post)
    assert re.search(rf'href="/comments/{comment.pk}/" rel="nofollow"><time ', section(post))


def test_every_public_comment_can_be_reported_and_no_other(post):
    public = make_comment(post)
    removed = make_comment(post, status=CommentStatus.REMOVED)
    html = section(post)
    assert (
        f'<a class="comment__report" href="/comments/{public.pk}/report/" rel="nofollow">' in html
    )
    assert f"/comments/{removed.pk}/report/" not in html


def test_words_in_another_language_say_which(post):
    make_comment(post, language="ar")
    make_comment(post)
    html = section(post)
    assert html.count('<div class="comment__body" lang="ar" dir="rtl">') == 1
    assert html.count('<div class="comment__body" dir="auto">') == 1


def test_a_changed_comment_says_when(post):
    make_comment(post)
    assert "edited" not in section(post)
    make_comment(post, edited_at=datetime(2012, 1, 6, 12, 5, tzinfo=UTC))
    assert 'edited<time datetime="2012-01-06T07:05:00-05:00">' in section(post)


def test_the_two_ends_of_a_thread_are_offered_only_where_there_are_two(post):
    make_comment(post)
    assert "Show the newest first" not in section(post)
    make_comment(post)
    html = section(post)
    assert f'href="{post.url}?order=newest#comments" rel="nofollow">Show the newest first' in html
    html = section(post, "?order=newest")
    assert f'href="{post.url}#comments" rel="nofollow">Show the oldest first' in html


def test_the_owners_order_holds_where_the_reader_chose_none(newsroom, post):
    make_talk(post, [None, None])
    settings = CommentSettings.for_site(newsroom.site)
    settings.order = ThreadOrder.NEWEST
    settings.save()
    html = section(post)
    assert "Newest first." in html
    assert f'href="{post.url}?order=oldest#comments"' in html


def test_a_long_thread_is_turned_by_links(post):
    make_talk(post, [None] * 120)
    html = section(post, "?comments=2")
    assert f'rel="prev" href="{post.url}#comments"' in html
    assert f'rel="next" href="{post.url}?comments=3#comments"' in html
    assert "Page 2 of 3" in html
    assert 'rel="next"' not in section(post, "?comments=3")
    assert len(set(re.findall(r'<nav class="pager pager--thread" aria-label="([^"]+)"', html))) == 2


@pytest.mark.parametrize("query", ["?comments=99999999999999999", "?comments=-1&order=x", "?%00=1"])
def test_any_address_shows_a_thread(client, post, query):
    make_talk(post, [None] * 60)
    answer = client.get(post.url + query)
    assert answer.status_code == 200
    assert 'class="comment"' in answer.content.decode()


def test_a_conversation_that_is_cut_short_leads_to_all_of_it(post):
    talk = make_talk(post, [None, *[0] * 1_234])
    html = section(post)
    address = f"{post.url}?conversation={talk[0].pk}"
    assert f'<a href="{address}#comment-{talk[0].pk}">Show all 1234 answers</a>' in html
    html = section(post, f"?conversation={talk[0].pk}")
    assert f'rel="next" href="{address}&amp;comments=2#comments"' in html
    assert f'<a href="{post.url}#comments">All comments</a>' in html


def test_an_answer_to_what_is_elsewhere_leads_there(post):
    talk = make_talk(post, [None, *range(60)])
    html = section(post, f"?conversation={talk[0].pk}&comments=2")
    assert f'<p class="comment__answers"><a href="/comments/{talk[50].pk}/">' in html


def test_scripts_come_only_where_they_have_something_to_do(newsroom, post):
    html = section(post)
    assert "js/live.js" in html
    assert "js/fragments.js" not in html
    make_talk(post, [None] * 60)
    settings = CommentSettings.for_site(newsroom.site)
    settings.is_live = False
    settings.save()
    html = section(post)
    assert "js/live.js" not in html
    assert "data-live" not in html
    assert "js/fragments.js" in html
    assert f'data-fragments="/comments/{post.pk}/at/-/"' in html


def test_the_script_gets_its_words_from_the_page(post):
    make_comment(post)
    html = section(post)
    assert 'data-one="1 new comment"' in html
    assert 'data-more="2 new comments"' in html
    assert f'data-live="/comments/{post.pk}/count.json"' in html
    assert 'data-count="1"' in html


@pytest.mark.parametrize(
    ("query", "canonical"),
    [("", ""), ("?comments=2", "?comments=2"), ("?order=newest&comments=2", ""), ("?x=1", "")],
)
def test_later_pages_are_canonical_for_themselves(client, post, query, canonical):
    html = client.get(post.url + query).content.decode()
    assert f'<link rel="canonical" href="{post.full_url}{canonical}">' in html


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
