import pytest

from blog.models import BlogIndexPage


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/2012/", "year"),
        ("/2012/12/", "month"),
        ("/archive/", "archive"),
        ("/search/", "search"),
        ("/topic/housing/", "subject"),
        ("/author/ñandú/", "subject"),
        ("/series/our-bus/", "subject"),
    ],
)
def test_index_knows_the_addresses_below_it(path: str, name: str) -> None:
    assert BlogIndexPage.get_resolver().resolve(path).url_name == name
