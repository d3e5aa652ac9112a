from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from blog.models import DraftLink, PostPage
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


@pytest.fixture
def post() -> PostPage:
    return make_post(make_newsroom(), live=False)


def make_link(post: PostPage, days: int = 7, **fields: object) -> DraftLink:
    user, _made = User.objects.get_or_create(username="ana")
    fields = {
        "digest": f"{days}",
        "made_by": user,
        "made_at": NOW,
        "expires_at": NOW + timedelta(days=days),
    } | fields
    return DraftLink.objects.create(page_id=post.pk, **fields)


def test_link_works_until_it_is_past_or_taken_back(post: PostPage) -> None:
    link = make_link(post)
    make_link(post, 8, revoked_at=NOW)

    assert list(DraftLink.objects.working(NOW)) == [link]
    assert not DraftLink.objects.working(NOW + timedelta(days=7)).exists()


def test_link_works_for_a_time(post: PostPage) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_link(post, 0)


def test_link_tells_nothing_of_its_secret(post: PostPage) -> None:
    link = make_link(post)

    assert str(link) == f"link to draft {post.pk}"
