from datetime import UTC, date, datetime

import pytest
from wagtail.models import PageViewRestriction

from blog.archives.counting import recount
from blog.archives.periods import Period
from blog.models import PostsInMonth
from tests.pages import Newsroom, make_newsroom, make_post, make_translation

pytestmark = pytest.mark.django_db

FEBRUARY = datetime(2012, 2, 10, tzinfo=UTC)


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def counted() -> dict[date, int]:
    return dict(PostsInMonth.objects.values_list("month", "number"))


def test_published_posts_count_in_the_month_of_their_date_line(newsroom: Newsroom) -> None:
    make_post(newsroom, title="One")
    make_post(newsroom, title="Two")
    make_post(newsroom, title="Three", posted_at=FEBRUARY)
    make_post(newsroom, title="Draft", live=False)

    assert counted() == {date(2012, 1, 1): 2, date(2012, 2, 1): 1}


def test_evening_in_the_newsroom_counts_in_its_own_month(newsroom: Newsroom) -> None:
    make_post(newsroom, posted_at=datetime(2012, 2, 1, 4, 59, tzinfo=UTC))

    assert counted() == {date(2012, 1, 1): 1}


def test_post_that_gets_another_date_counts_there(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    post.posted_at = FEBRUARY
    post.save_revision().publish()

    assert counted() == {date(2012, 2, 1): 1}


def test_date_in_a_draft_counts_nowhere(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    post.posted_at = FEBRUARY
    post.save_revision()

    assert counted() == {date(2012, 1, 1): 1}


def test_post_taken_down_or_deleted_counts_no_more(newsroom: Newsroom) -> None:
    first, second = make_post(newsroom, title="One"), make_post(newsroom, title="Two")

    first.unpublish()
    assert counted() == {date(2012, 1, 1): 1}

    second.delete()
    assert counted() == {}


def test_index_can_be_deleted_with_all_its_posts(newsroom: Newsroom) -> None:
    make_post(newsroom, title="One")
    make_post(newsroom, title="Two", posted_at=FEBRUARY)

    newsroom.index.delete()

    assert counted() == {}


def test_private_posts_are_not_counted_while_they_are(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    restriction = PageViewRestriction.objects.create(
        page=newsroom.index, restriction_type=PageViewRestriction.LOGIN
    )
    assert counted() == {}

    restriction.delete()
    assert counted() == {date(2012, 1, 1): 1}
    assert post.live


def test_each_language_counts_its_own(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    make_post(newsroom)
    make_post(spanish)

    rows = PostsInMonth.objects.values_list("index_id", "locale_id", "number")

    assert set(rows) == {
        (newsroom.index.pk, newsroom.index.locale_id, 1),
        (spanish.index.pk, spanish.index.locale_id, 1),
    }


def test_moved_post_counts_where_it_stands(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    make_post(newsroom).move(spanish.index, pos="last-child")

    [row] = PostsInMonth.objects.all()

    assert (row.index_id, row.number) == (spanish.index.pk, 1)


def test_counting_twice_changes_nothing(newsroom: Newsroom) -> None:
    make_post(newsroom)
    for _time in range(2):
        recount([(newsroom.index.pk, Period(2012, 1)), (newsroom.index.pk, Period(1999, 1))])

    assert counted() == {date(2012, 1, 1): 1}
