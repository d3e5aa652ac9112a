"""Every page that an anonymous reader can reach: no cookie, no foreign host, no error."""

from urllib.parse import urlsplit

import pytest

from tests import sampling
from tests.browser.crawl import crawl, get
from tests.test_valid_html import complaints

pytestmark = pytest.mark.browser

TAKE_WHAT_IS_SENT = ("/submit/", "/send/")


@pytest.fixture(scope="module")
def everything(newsroom):
    return crawl(newsroom.url + "/")


def html_pages(everything):
    return [
        url
        for url, (_status, headers, _body) in everything.items()
        if "text/html" in headers.get("Content-Type", "")
    ]


def looked_at(everything):
    """All pages, or of the quick tier's those of every third address."""
    pages = sorted(html_pages(everything))
    return sampling.of(pages, sample=pages[::3])


def test_the_crawl_reaches_both_languages_posts_pages_and_forms(newsroom, everything):
    paths = {urlsplit(url).path for url in everything}
    assert {"/", "/news/", "/es/"} <= paths
    assert any(path.startswith("/comments/") and path.endswith("/form/") for path in paths)
    assert any(path.startswith("/static/css/") for path in paths)
    assert len(html_pages(everything)) > 15


def test_every_link_leads_somewhere(everything):
    broken = {
        url: status
        for url, (status, _headers, _body) in everything.items()
        if status != 200 and not url.endswith(TAKE_WHAT_IS_SENT)
    }
    assert broken == {}


def test_no_answer_sets_a_cookie_or_varies_on_one(everything):
    for url, (_status, headers, _body) in everything.items():
        assert "Set-Cookie" not in headers, url
        assert "Cookie" not in headers.get("Vary", ""), url
        assert "Cache-Control" in headers, url


def test_every_pages_policy_is_strict(everything):
    for url in html_pages(everything):
        policy = everything[url][1]["Content-Security-Policy"]
        assert "unsafe" not in policy, url
        assert "default-src 'self'" in policy, url


def test_an_article_is_the_same_bytes_for_every_anonymous_reader(newsroom, everything):
    for url in looked_at(everything):
        # A form has a token of its own, and the report names the newest seal of the log.
        is_own = "no-store" in everything[url][1]["Cache-Control"]
        if not is_own and "/comments/" not in url and "/transparency/" not in url:
            assert everything[url][2] == get(url)[2], url


def test_every_page_is_valid_html(everything, tmp_path):
    pages = {
        f"page {n}": everything[url][2].decode() for n, url in enumerate(looked_at(everything))
    }
    assert complaints(tmp_path, pages) == []


def test_a_browser_asks_no_other_host_keeps_no_cookie_and_reports_nothing(
    newsroom, new_window, everything
):
    window = new_window()
    foreign, said_by_pages = [], []
    window.on(
        "request",
        lambda asked: foreign.append(asked.url) if not _own(asked.url, newsroom) else None,
    )
    window.on("console", lambda said: said_by_pages.append(said.text))
    window.on("pageerror", lambda error: said_by_pages.append(str(error)))
    for url in looked_at(everything):
        if not url.endswith(TAKE_WHAT_IS_SENT):
            window.goto(url, wait_until="load")  # by then every script of ours has run
    assert foreign == []
    assert said_by_pages == []
    assert window.context.cookies() == []


def _own(url, newsroom):
    return url.startswith((newsroom.url, "data:"))
