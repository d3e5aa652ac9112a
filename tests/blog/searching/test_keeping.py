from datetime import UTC, datetime

import pytest
from django.conf import settings

from blog.models import PostPage, PostsInMonth, PostWords
from blog.searching import keeping
from tests.pages import Newsroom, label, make_newsroom, make_post, paragraph, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def test_row_has_the_words_without_markup(newsroom: Newsroom) -> None:
    body = [paragraph("<p>Bread &amp;</p><p><b>roses</b></p>"), ("heading", "Now")]
    post = make_post(newsroom, title="Tonight", body=body)

    row = PostWords.objects.get()

    assert (row.pk, row.title, row.text) == (post.pk, "Tonight", "Bread & roses Now")
    assert (row.index_id, row.posted_at) == (newsroom.index.pk, post.posted_at)


def test_row_names_what_the_post_is_filed_under(newsroom: Newsroom) -> None:
    new_year = datetime(2012, 1, 1, 3, tzinfo=UTC)  # still the old year in New York
    post = make_post(newsroom, posted_at=new_year)
    label(post, ["Housing"])
    sign(post, ["Ana"])
    topic, author = post.topics.get().pk, post.post_authors.get().author_id

    expected = f"index{newsroom.index.pk} year2011 author{author} topic{topic}"
    assert PostWords.objects.get().filed == expected


def test_text_has_an_end(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_CHARACTERS", 5)
    make_post(newsroom, body=[paragraph("<p>Bread and roses</p>")])

    assert PostWords.objects.get().text == "Bread"


def test_fields_that_were_never_filled_in_are_no_words(newsroom: Newsroom) -> None:
    address = {"url": "https://vimeo.com/1", "caption": None}
    make_post(newsroom, body=[paragraph("<p>Bread</p>"), ("embed", address)])

    assert PostWords.objects.get().text == "Bread"


def test_keeping_twice_changes_nothing(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    before = PostWords.objects.values().get()

    keeping.keep(post.pk)

    assert PostWords.objects.values().get() == before
    assert PostsInMonth.objects.get().number == 1


def test_what_came_another_way_is_caught_up_with(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    for number in range(5):
        make_post(newsroom, title=f"Post {number}")
    make_post(newsroom, title="Draft", live=False)
    PostWords.objects.all().delete()
    assert not PostsInMonth.objects.exists()

    keeping.catch_up()

    assert PostWords.objects.count() == 5
    assert PostsInMonth.objects.get().number == 5


def test_catching_up_leaves_time_for_other_jobs(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "BUDGET_SECONDS", -1)
    make_post(newsroom)
    PostWords.objects.all().delete()

    keeping.catch_up()

    assert not PostWords.objects.exists()


def test_worker_catches_up_by_the_clock() -> None:
    assert ("blog.searching.keeping.catch_up", 60) in settings.CLOCK_JOBS


def test_post_that_is_gone_has_no_row(newsroom: Newsroom) -> None:
    keeping.keep(make_post(newsroom).pk + 1)
    keeping.refile(PostPage.objects.get().pk + 1)

    assert PostWords.objects.count() == 1
