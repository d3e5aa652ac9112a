from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from blog.models import PostAction, PostEvent, PostPage, PostsInMonth, PostWords
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


@pytest.fixture
def post() -> PostPage:
    return make_post(make_newsroom())


def make_event(post: PostPage, hours: int, **fields: object) -> PostEvent:
    starts = NOW + timedelta(hours=hours)
    fields = {
        "block_id": uuid4(),
        "title": f"At {hours}",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=1),
        "time_zone": "America/New_York",
    } | fields
    return PostEvent.objects.create(page_id=post.pk, **fields)


def test_event_is_upcoming_until_it_is_over(post: PostPage) -> None:
    later, now, just_over, long_over = (make_event(post, hours) for hours in (5, 0, -1, -9))

    assert list(PostEvent.objects.upcoming(NOW)) == [now, later]
    assert list(PostEvent.objects.past(NOW)) == [just_over, long_over]


def test_block_has_one_row(post: PostPage) -> None:
    event = make_event(post, 0)
    action = PostAction.objects.create(page_id=post.pk, block_id=uuid4(), label="Sign", url="/")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_event(post, 0, block_id=event.block_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        PostAction.objects.create(page_id=post.pk, block_id=action.block_id, label="S", url="/")


@pytest.mark.parametrize("fields", [{"ends_at": NOW - timedelta(hours=1)}, {"state": "rained off"}])
def test_impossible_event_is_refused(fields: dict[str, object], post: PostPage) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_event(post, 0, **fields)


@pytest.mark.parametrize(("month", "number"), [(date(2012, 1, 1), 1), (date(2012, 2, 1), 0)])
def test_month_is_counted_once_and_only_if_it_has_posts(
    month: date, number: int, post: PostPage
) -> None:
    index = post.get_parent()
    assert PostsInMonth.objects.filter(index=index, month=date(2012, 1, 1)).exists()

    with pytest.raises(IntegrityError), transaction.atomic():
        PostsInMonth.objects.create(
            index=index, locale_id=index.locale_id, month=month, number=number
        )


def test_rows_say_what_they_are_of(post: PostPage) -> None:
    assert str(make_event(post, 0)) == "At 0, 2026-03-04"
    assert str(PostAction(label="Sign")) == "Sign"
    assert str(PostsInMonth.objects.get()) == "2012-01: 1"
    assert str(PostWords.objects.get()) == "The county votes"
