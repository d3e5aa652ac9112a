import pytest

from comments.spam import Evidence, Sign, SpamContext
from comments.spam.filters.links import links_in_body
from tests.comments.spam.submissions import a_submission


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
    assert links_in_body(a_submission(body=body), SpamContext()) == evidence


def test_links_that_only_the_page_would_make_count_too():
    found = links_in_body(a_submission(body="see a.example"), SpamContext(links=1))
    assert found == Evidence(Sign.LINKS, "1")
