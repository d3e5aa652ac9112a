import pytest

from importers.bodies.inline import Mark
from importers.bodies.links import LinkResolver, old_path
from importers.records import Origin

ORIGIN = Origin(
    source="1",
    url="http://camp.blogspot.com/",
    hosts=frozenset({"camp.blogspot.com", "news.camp.example"}),
)


class Pages:
    def page_for(self, old_path: str) -> int | None:
        return 7 if old_path == "/2012/01/here.html" else None

    def path_of(self, page_id: int) -> str:
        return f"/news/{page_id}/"


def mark(href: str, *, told: list[str] | None = None) -> Mark | None:
    told = [] if told is None else told
    host_map = {"old.camp.example": "news.camp.example"}
    resolver = LinkResolver(ORIGIN, host_map, pages=Pages(), report=told.append)
    return resolver.mark(href)


@pytest.mark.parametrize(
    "href",
    [
        "http://camp.blogspot.com/2012/01/here.html",
        "https://camp.blogspot.com/2012/01/here.html?m=1",
        "http://camp.blogspot.de/2012/01/here.html",
        "http://camp.blogspot.co.uk/2012/01/here.html",
        "http://www.news.camp.example/2012/01/here.html?utm_source=x",
        "http://old.camp.example/2012/01/here.html",
        "//news.camp.example/2012/01/here.html",
        "/2012/01/here.html",
    ],
)
def test_links_within_the_blog_become_page_links(href: str) -> None:
    assert mark(href) == Mark("a", ' linktype="page" id="7"')


def test_a_fragment_is_kept() -> None:
    expected = Mark("a", ' href="/news/7/#c301"')
    assert mark("http://camp.blogspot.com/2012/01/here.html#c301") == expected


@pytest.mark.parametrize(
    "href", ["http://other.blogspot.com/2012/01/here.html", "mailto:a@b.example", "tel:+1555"]
)
def test_other_links_stay_as_they_are(href: str) -> None:
    assert mark(href) == Mark("a", f' href="{href}"')


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "http://[x", "http://x:y/"],
)
def test_other_schemes_and_broken_addresses_are_no_links(href: str) -> None:
    assert mark(href) is None


def test_attributes_cannot_break_out() -> None:
    found = mark('http://x.example/"onclick="x')
    assert found == Mark("a", ' href="http://x.example/&quot;onclick=&quot;x"')


def test_a_link_to_a_post_that_is_not_here_is_reported() -> None:
    told: list[str] = []
    gone = "http://camp.blogspot.com/2009/01/gone.html"
    assert mark(gone, told=told) == Mark("a", f' href="{gone}"')
    assert told == [gone]


def test_a_link_to_the_blogs_other_addresses_is_not_reported() -> None:
    told: list[str] = []
    mark("http://camp.blogspot.com/feeds/posts/default", told=told)
    assert told == []


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://x.example/2012/01/a.html", "/2012/01/a.html"),
        ("http://x.example/2012/01/a.html?m=1&showComment=5#c5", "/2012/01/a.html"),
        ("http://x.example/?p=9", "/?p=9"),
        ("http://x.example/caf%C3%A9/", "/café"),
    ],
)
def test_an_old_path_is_written_as_redirects_are(url: str, path: str) -> None:
    assert old_path(url) == path
