import pytest

from comments.spam import Evidence, Sign
from comments.spam.filters.links import links_in_body
from tests.comments.spam.examinations import examine


@pytest.mark.parametrize(
    ("body", "evidence"),
    [
        ("No link here.", None),
        ("See https://news.example/a", Evidence(Sign.LINKS, "1")),
        ("www.a.example and HTTP://b.example", Evidence(Sign.LINKS, "2")),
        ("http://a http://b http://c", Evidence(Sign.MANY_LINKS, "3")),
        ("[URL=x]y[/URL]", Evidence(Sign.LINKS, "1")),
    ],
)
def test_links_are_counted(body, evidence):
    assert links_in_body(examine(body)) == evidence


def test_links_that_only_the_page_would_make_count_too():
    assert links_in_body(examine("see a.example", links=1)) == Evidence(Sign.LINKS, "1")
