import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from comments.rendering import first_wall, to_html
from comments.rendering.first_wall import first_clean
from tests.comments.rendering.samples import attack_strings


@pytest.mark.parametrize("scheme", ["javascript:123", "tel:1", "localhost:8000", "/x", "#x"])
def test_no_link_without_an_absolute_address(scheme):
    assert first_clean(f'<p><a href="{scheme}">x</a></p>') == "<p>x</p>"


@pytest.mark.parametrize("href", ["javascript:123", "tel:1", "localhost:8000", "/x", "https:// x"])
def test_bleach_refuses_relative_addresses_even_without_our_filter(href, monkeypatch):
    monkeypatch.setattr(first_wall, "checked_links", lambda source, is_kept: source)
    # A cleaner of its own: the thread's was made with the filter.
    monkeypatch.setattr(first_wall, "_thread", threading.local())

    assert first_clean(f'<p><a href="{href}">x</a></p>') == "<p><a>x</a></p>"


@pytest.mark.parametrize("start", ["x", "-1", "1e3", "1234567890", "٣"])
def test_list_number_is_a_number_or_absent(start):
    assert first_clean(f'<ol start="{start}"><li>x</li></ol>') == "<ol><li>x</li></ol>"


def test_unknown_attributes_and_comments_go():
    html = '<p class="x" onclick="y" style="z">a<!-- hidden --></p>'

    assert first_clean(html) == "<p>a</p>"


@pytest.fixture
def restless_threads():
    """Python changes threads far more often than its 5 ms, so that shared state shows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.000_01)
    yield
    sys.setswitchinterval(usual)


def test_each_thread_has_a_cleaner_of_its_own(restless_threads):
    sources = [f"> quote **{n}**\n\n- [link {n}](https://news.example/{n})\n" for n in range(700)]
    sources += attack_strings()[:800]
    alone = [to_html(source) for source in sources]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(to_html, sources * 4))

    assert len(together) == 6_000
    assert together == alone * 4
