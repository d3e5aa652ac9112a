import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.models import CommentSettings, Writer
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import give_section, make_senior, sign_in
from tests.pages import make_plain_page


def read(browser, comment, **query):
    return browser.get(reverse("reader_comments:author", args=[comment.pk]), query)


def html_of(browser, comment):
    return read(browser, comment).content.decode()


def leads_to(comment):
    return reverse("reader_comments:history", args=[comment.pk])


def parts(html):
    proven, _heading, named = html.partition("The same typed name: unproven")
    return proven, named


def test_the_page_lists_what_the_proven_writer_said(browser, post):
    writer = Writer.objects.create()
    comment, other = (make_comment(post, author_name=name, writer=writer) for name in ("A", "B"))
    html = html_of(browser, comment)
    assert "Proven to be one writer" in html
    assert "2 comments" in html
    assert leads_to(other) in html


def test_the_same_typed_name_stands_apart_as_unproven(browser, post):
    comment = make_comment(post, writer=Writer.objects.create())
    by_name = make_comment(post)
    other = make_comment(post, author_name="Ana Maria")
    proven, named = parts(html_of(browser, comment))
    assert leads_to(by_name) in named
    assert leads_to(by_name) not in proven
    assert leads_to(other) not in proven + named
    assert leads_to(comment) not in named


def test_what_is_proven_is_not_called_unproven(browser, post):
    writer = Writer.objects.create()
    comment, other = (make_comment(post, writer=writer) for _ in range(2))
    proven, named = parts(html_of(browser, comment))
    assert leads_to(other) in proven
    assert leads_to(other) not in named


@pytest.mark.parametrize("name", ["", "?!", "Ana", '"a" OR b*'])
def test_who_proved_nothing_is_only_a_name(browser, post, name):
    comment = make_comment(post, author_name=name)
    html = html_of(browser, comment)
    assert "has proven nothing" in html
    assert leads_to(comment) in html


def test_no_word_of_a_comment_is_on_the_page(browser, post):
    comment = make_comment(post, "a-secret-word")
    make_comment(post, "a-secret-word")
    assert "a-secret-word" not in html_of(browser, comment)


def test_a_hostile_name_stays_text(browser, post):
    assert "<b>x" not in html_of(browser, make_comment(post, author_name="<b>x"))


def test_a_comment_that_is_not_there_is_not_found(browser):
    assert browser.get(reverse("reader_comments:author", args=[7])).status_code == 404


def test_the_page_goes_on_after_fifty(browser, post):
    writer = Writer.objects.create()
    comments = [make_comment(post, writer=writer) for _ in range(51)]
    first, second = (read(browser, comments[0], p=p).content.decode() for p in (1, 2))
    assert sum(leads_to(each) in first for each in comments) == 50
    assert sum(leads_to(each) in second for each in comments) == 1


def test_the_page_costs_the_same_however_much_was_said(browser, post):
    writer = Writer.objects.create()
    comment = make_comment(post, writer=writer)
    make_comment(post)
    html_of(browser, comment)
    with CaptureQueriesContext(connection) as one:
        html_of(browser, comment)
    for _number in range(3):
        make_comment(post)
        make_comment(post, writer=writer)
    with CaptureQueriesContext(connection) as more:
        html_of(browser, comment)
    assert len(more) == len(one)


def test_a_section_moderator_sees_their_section_only(newsroom, ana, browser, post):
    CommentSettings.for_site(newsroom.site).save()
    CommentSettings.objects.update(has_section_moderators=True)
    give_section(ana, newsroom.index)
    writer = Writer.objects.create()
    own = make_comment(post, writer=writer)
    foreign = make_comment(make_plain_page(newsroom), writer=writer)
    html = html_of(browser, own)
    assert "1 comment" in html
    assert leads_to(foreign) not in html
    assert read(browser, foreign).status_code == 404


def test_only_who_may_ban_is_offered_to(newsroom, browser, post):
    comment = make_comment(post)
    CommentSettings.for_site(newsroom.site).save()
    assert "Ban…" in html_of(browser, comment)
    CommentSettings.objects.update(has_senior_moderators=True)
    assert "Ban…" not in html_of(browser, comment)
    assert "Ban…" in html_of(sign_in(make_senior()), comment)
