import pytest
from django.test import RequestFactory

from comments.models import CommentSettings
from comments.moderation_queue import handed_back
from comments.moderation_queue.chosen import Typed
from comments.moderation_queue.handed_back import HandedBack
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import give_section, make_moderator
from tests.pages import make_post

TYPED = Typed("remove", "abuse", "Be kind.")


@pytest.fixture
def request_of(newsroom):
    """What a moderator's browser asks for."""

    def ask(user):
        request = RequestFactory().post("/")
        request.user = user
        return request

    return ask


def test_a_card_comes_back_as_it_stands_with_what_was_typed_on_it(post, ana, request_of):
    comment = make_comment(post, status="pending")
    [drawn] = handed_back.cards(request_of(ana), [comment.pk], typed={comment.pk: TYPED})
    assert f'name="words-{comment.pk}" value="Be kind."' in drawn.html
    assert 'value="remove" checked' in drawn.html


def test_what_is_gone_or_beyond_the_section_does_not_come_back(post, newsroom, request_of):
    ben = make_moderator("ben")
    CommentSettings.objects.update_or_create(
        site=newsroom.site, defaults={"has_section_moderators": True}
    )
    give_section(ben, make_post(newsroom, "Elsewhere"))
    comment = make_comment(post, status="pending")
    assert handed_back.cards(request_of(ben), [comment.pk, 1], typed={comment.pk: TYPED}) == []


@pytest.mark.parametrize(
    ("handed", "status"),
    [
        (HandedBack(typed={1: TYPED}), 200),
        (HandedBack(why={1: "Too late."}), 409),
        (HandedBack(beyond="Not yours."), 409),
    ],
)
def test_the_page_says_that_something_was_refused(ana, request_of, handed, status):
    page = handed_back.page(request_of(ana), handed, title="Decided", told="Done.")
    assert page.status_code == status
    assert "Done." in page.content.decode()
