from datetime import timedelta

from django.utils import timezone

from comments.models import Comment, SenderKey
from comments.moderation_queue.block_suggestions import suggestions
from tests.comments.factories import make_comment


def labels(comment):
    comment = Comment.objects.select_related("sender_key").get(pk=comment.pk)
    return [suggestion.label for suggestion in suggestions(comment)]


def test_everything_of_a_comment_that_can_be_compared_is_suggested(clock, post):
    comment = make_comment(
        post,
        "https://evil.example/x and [y](https://www.own.example)",
        author_name="Bad Guy",
        author_email="bad@example.org",
        author_website="https://own.example",
    )
    SenderKey.objects.create(comment=comment, key="key", day=timezone.localdate())
    assert labels(comment) == [
        "The name “Bad Guy”",
        "The host own.example",
        "The host evil.example",
        "The e-mail address",
        "The network address, until midnight",
    ]


def test_of_a_comment_without_anything_nothing_is_suggested(post):
    assert labels(make_comment(post, author_name="")) == []


def test_the_sender_of_another_day_is_not_suggested(clock, post):
    comment = make_comment(post, author_name="")
    yesterday = timezone.localdate() - timedelta(days=1)
    SenderKey.objects.create(comment=comment, key="key", day=yesterday)
    assert labels(comment) == []


def test_no_address_and_no_key_stands_in_a_link(clock, post):
    comment = make_comment(post, author_email="bad@example.org")
    SenderKey.objects.create(comment=comment, key="secret", day=timezone.localdate())
    links = " ".join(suggestion.url for suggestion in suggestions(comment))
    assert "example.org" not in links
    assert "secret" not in links
