import pytest

from blog import shelves
from blog.models import PostPage, Topic
from blog.shelves import narrow
from tests.pages import Newsroom, label, make_newsroom, make_post

pytestmark = pytest.mark.django_db


def file_posts(newsroom: Newsroom) -> None:
    for title, topics in [
        ("One", ["Housing"]),
        ("Two", ["Buses"]),
        ("Three", ["Housing", "Buses"]),
    ]:
        label(make_post(newsroom, title=title), topics)


@pytest.mark.parametrize("rare", [0, 2_000])
def test_shelf_holds_what_is_filed_there_however_full_it_is(
    rare: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "RARE", rare)
    file_posts(make_newsroom())
    housing = PostPage.topics.through.objects.filter(topic=Topic.objects.get(slug="housing"))

    found = narrow(PostPage.objects.all(), housing, post="postpage_id")

    assert [post.title for post in found.newest_first()] == ["Three", "One"]
