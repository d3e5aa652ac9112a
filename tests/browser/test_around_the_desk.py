"""What the other screens say of comments: the list of pages, the editor, the user bar, the week.

The same words of the same comment are looked for in each of them; axe looks at our part.
"""

import csv
import io

import pytest

from tests.browser.reader_steps import Way, decide, newest_post, send_comment
from tests.browser.writing import objections

pytestmark = pytest.mark.browser

WAY = Way(javascript=True, width=1280, language="en")
QUEUE = "/admin/reader-comments/"
HOSTILE = "=<img src=x onerror=document.title=1>"
BAR = "wagtail-userbar"  # its items are in its shadow, where locators find them
ITEM = "a[role=menuitem]"


@pytest.fixture
def post(new_reader):
    """The address of a post below which a reader's comment waits."""
    reader = new_reader(WAY)
    address = newest_post(reader, WAY)
    send_comment(reader, address, name=HOSTILE, words="Periscope")
    return address


@pytest.fixture
def owner(newsroom, new_window, sign_in):
    """The window of an administrator."""
    window = new_window()
    sign_in(window, newsroom.username)
    return window


def bar_links(window, part):
    """Where the user bar leads, as far as it has this part in the address."""
    links = window.locator(f"{BAR} {ITEM}[href*='{part}']")
    return [link.get_attribute("href") for link in links.all()]


def complain(window, *, within):
    found = list(objections(window, within=within))
    window.set_viewport_size({"width": WAY.width, "height": 800})
    return [f"{within}: {one}" for one in found]


def test_the_item_on_the_page_is_for_moderators(moderator, new_reader, post):
    moderator.goto(post)
    item = moderator.locator(f"{BAR} {ITEM}", has_text="waiting here")
    item.wait_for(state="attached")
    assert "waiting here" in item.text_content()
    # Others may wait below the same post, more than a page of them.
    moderator.goto(f"http:{item.get_attribute('href')}&q=Periscope")
    assert moderator.locator("article.moderation-card", has_text="Periscope").count()
    reader = new_reader(WAY)
    reader.goto(post)
    assert reader.locator(BAR).count() == 0


def test_the_list_of_pages_and_the_editor_say_what_waits(owner, post):
    owner.goto(post)
    owner.locator(f"{BAR} {ITEM}").first.wait_for(state="attached")
    [editor] = bar_links(owner, "/edit/")
    listing = next(link for link in bar_links(owner, "/admin/pages/") if link != editor)
    owner.goto(f"http:{listing}")
    waiting = owner.locator("td.page-comments a", has_text="waiting").first
    assert waiting.is_visible()
    found = [] if owner.locator("td.page-comments").count() else ["no column"]
    found += complain(owner, within="td.page-comments")

    owner.goto(f"http:{editor}")
    owner.locator("[data-side-panel-toggle='reader-comments']").click()
    panel = owner.locator(".page-comments-panel")
    panel.wait_for()
    assert panel.get_by_role("link", name=HOSTILE).first.is_visible()
    assert "Periscope" not in panel.inner_text()
    assert owner.title() != "1"
    found += complain(owner, within=".page-comments-panel")
    assert [one for one in found if "wider than" not in one] == []  # Wagtail's own table is


@pytest.mark.looks
def test_the_statistics_and_the_panel_are_accessible(moderator, post):
    decide(moderator, "Periscope", "Approve")
    moderator.goto(f"{QUEUE}statistics/")
    assert moderator.locator("table.statistics tbody tr").count() == 8
    found = complain(moderator, within=".queue-screen__content")
    moderator.goto("/admin/")
    assert "by you" in moderator.locator(".week-panel").first.inner_text()
    found += complain(moderator, within=".week-panel")
    assert found == []


def test_the_list_is_exported_as_it_stands(moderator, post):
    moderator.goto(f"{QUEUE}?status=all&q=Periscope")
    with moderator.expect_download() as download:
        moderator.get_by_role("link", name="Export as a table (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["body"] for row in rows} == {"Periscope"}
    assert {row["name"] for row in rows} == {f"'{HOSTILE}"}
    assert download.value.suggested_filename.startswith("reader-comments-all-")
