import pytest

from blog.archives import subjects
from blog.models import PostPage, Series
from tests.pages import Newsroom, label, make_newsroom, make_post, make_translation, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


@pytest.mark.parametrize("kind", ["topic", "author", "series"])
def test_subject_has_the_posts_that_belong_to_it(kind: str, newsroom: Newsroom) -> None:
    series = Series.objects.create(name="X", slug="x", locale=newsroom.index.locale)
    post = make_post(newsroom, series=series)
    label(post, ["X"])
    sign(post, ["X"])
    make_post(newsroom, title="Other")

    subject = subjects.find(newsroom.index, kind=kind, slug="x")

    assert list(subjects.posts_of(subject, PostPage.objects.all())) == [post]


def test_own_language_goes_first_and_both_count(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    for room in (newsroom, spanish):
        label(make_post(room), ["X"])

    subject = subjects.find(spanish.index, kind="topic", slug="x")

    assert subject.row.locale_id == spanish.index.locale_id
    assert subjects.posts_of(subject, PostPage.objects.all()).count() == 2


def test_unknown_subject_is_none(newsroom: Newsroom) -> None:
    assert subjects.find(newsroom.index, kind="topic", slug="x") is None
