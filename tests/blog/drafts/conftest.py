"""A draft with a word in it that nobody may read yet."""

import pytest
from django.utils import timezone

from accounts.models import User
from blog.drafts import links
from blog.models import DraftLink, PostPage
from tests.comments.moderation_queue.staff import make_editor
from tests.pages import make_newsroom, make_post, paragraph

SECRET_WORD = "whistleblower"


@pytest.fixture
def draft(db: None) -> PostPage:
    body = [paragraph(f"<p>The {SECRET_WORD} speaks.</p>")]
    post = make_post(make_newsroom(), "Tomorrow", live=False, body=body)
    post.save_revision()
    return post


@pytest.fixture
def editor(draft: PostPage) -> User:
    return make_editor()


@pytest.fixture
def link(draft: PostPage, editor: User) -> DraftLink:
    return links.make(draft, user=editor, days=7, now=timezone.now())
