import json
from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from comments import moderation
from comments.states import CommentStatus, Reason
from tests.api import ask, refusal, walk
from tests.comments.factories import SAID_AT, make_comment, make_ruling

HELD_BACK = [state for state in CommentStatus if state != CommentStatus.PUBLISHED]


def thread(client, post, **asked):
    return ask(client, f"threads/{post.pk}", **asked)


def test_published_comments_are_told(client, post):
    comment = make_comment(post, "I will *come*.")
    [told] = thread(client, post)["items"]
    assert told["html"] == "<p>I will <em>come</em>.</p>"
    assert (told["id"], told["name"], told["parent"]) == (comment.pk, "Ana", None)
    assert told["url"] == f"http://testserver/comments/{comment.pk}/"


@pytest.mark.parametrize("state", HELD_BACK)
def test_nothing_else_is(client, post, state):
    make_comment(post, "Secret words", status=state, author_name="Zoe")
    told = thread(client, post)
    assert told["items"] == []
    assert not {"Secret", "Zoe"} & set(json.dumps(told).split())


def test_a_removal_is_gone_on_the_next_request(client, post, moderator):
    comment = make_comment(post)
    assert thread(client, post)["items"]
    moderation.remove(comment.pk, make_ruling(comment, moderator, reason=Reason.ABUSE))
    told = thread(client, post)
    assert (told["items"], told["count"]) == ([], 1)


def test_an_answer_names_what_it_answers_if_that_is_public(client, post):
    first, held = make_comment(post), make_comment(post, status=CommentStatus.PENDING)
    for minutes, answered in ((1, first), (2, held)):
        make_comment(post, parent=answered, created_at=SAID_AT + timedelta(minutes=minutes))
    assert [each["parent"] for each in thread(client, post)["items"]] == [None, first.pk, None]


def test_of_who_wrote_it_only_the_name_is_told(client, post):
    make_comment(post, author_website="https://ana.example", author_name="")
    [told] = thread(client, post)["items"]
    assert (told["name"], "ana.example" in json.dumps(told)) == (None, False)


def test_a_thread_is_read_page_by_page(client, post):
    moments = [SAID_AT + timedelta(seconds=each) for each in (0, 1, 1, 1, 2)]
    made = sorted((at, make_comment(post, created_at=at).pk) for at in moments)
    found = walk(client, f"threads/{post.pk}", limit=2)
    assert [each["id"] for each in found] == [number for _at, number in made]


@pytest.mark.parametrize("after", ["x", "-1", "1.x", "٣.1", "9" * 30])
def test_a_place_that_is_none_is_refused(client, post, after):
    assert refusal(client, f"threads/{post.pk}", after=after)["status"] == 422


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hidden", [hide, lambda page: page.unpublish()], ids=["private", "draft"])
def test_what_not_everybody_may_read_has_no_thread(client, post, hidden):
    make_comment(post)
    hidden(post)
    assert refusal(client, f"threads/{post.pk}")["status"] == 404


def test_what_takes_no_comments_has_none(client, newsroom):
    assert refusal(client, f"threads/{newsroom.index.pk}")["status"] == 404
    assert refusal(client, f"threads/{2**64}")["status"] == 422


@pytest.mark.parametrize("comments", [1, 9])
def test_the_number_of_queries_does_not_grow(client, post, comments, django_assert_num_queries):
    first = make_comment(post)
    for _ in range(comments):
        make_comment(post, parent=first)
    thread(client, post)
    with django_assert_num_queries(6):
        thread(client, post)
