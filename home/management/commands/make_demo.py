"""`manage.py make_demo`: the posts and comments of the first run; once, and only where none are."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from blog.models import PostPage
from comments.models import Comment
from home.demo.building import NewsroomNotEmpty, make_newsroom


class Command(BaseCommand):
    """Fills an empty newsroom with the demo, or says why it does not."""

    help = (
        "Fills an empty newsroom with invented posts and comments, in each of its languages. "
        "A newsroom that has posts or pages is left alone."
    )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Writes one sentence."""
        with _without_chatter():
            sentence = _made_or_not()
        self.stdout.write(sentence)


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Wagtail logs every page that it makes; that is no news to whoever starts a newsroom."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _made_or_not() -> str:
    try:
        languages = make_newsroom(now=timezone.now())
    except NewsroomNotEmpty as found:
        if found.is_demo:
            return "The demo is here already; nothing was changed."
        return "This newsroom has posts or pages of its own; it was left alone, without a demo."
    if not languages:
        return "This newsroom has no blog index to write posts into; nothing was made."
    posts, comments = PostPage.objects.count(), Comment.objects.count()
    return f"Made the demo: {posts} posts and {comments} comments ({', '.join(languages)})."
