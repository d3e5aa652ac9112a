import pytest

from blog.archives.addresses import TOPIC, is_taken, link_to
from blog.models import Topic
from tests.pages import make_newsroom


@pytest.mark.parametrize("slug", ["2012", "0000", "search", "feed", "archive"])
def test_address_of_an_archive_is_taken(slug: str) -> None:
    assert is_taken(slug)


@pytest.mark.parametrize("slug", ["2012-review", "20123", "topic", "research"])
def test_any_other_is_free(slug: str) -> None:
    assert not is_taken(slug)


@pytest.mark.django_db
def test_link_to_a_subject_is_an_address_whatever_its_slug() -> None:
    newsroom = make_newsroom()

    link = link_to(Topic(name="Ñandú", slug="ñandú"), index=newsroom.index, kind=TOPIC)

    assert (link.name, link.url) == ("Ñandú", "/news/topic/%C3%B1and%C3%BA/")
