"""Long threads in a browser: every comment is reached, none spoils its neighbour, news is told."""

import json

import pytest

pytestmark = pytest.mark.browser

# A post of the test's own, with published comments of these words, one below the other.
MAKE_POST = """
import json, sys
from datetime import UTC, datetime, timedelta
from django.utils import timezone
from blog.models import BlogIndexPage, PostPage
from comments import archive
slug, bodies = json.loads({arguments!r})
index = BlogIndexPage.objects.order_by("path")[0]
long_ago = datetime(2001, 1, 1, tzinfo=UTC)  # other journeys take the newest posts
post = PostPage(title=slug, slug=slug, locale=index.locale, posted_at=long_ago)
index.add_child(instance=post)
now = timezone.now() - timedelta(days=1)
archived = [
    (archive.ArchivedComment(page_id=post.pk, parent_id=None, author_name="Ana", body_html=body,
        created_at=now + timedelta(seconds=place), status=archive.CommentStatus.PUBLISHED,
        legacy_anchor=f"c{{place}}"), None)
    for place, body in enumerate(bodies)
]
print(json.dumps([post.url, *(comment.pk for comment in archive.add_many(archived))]))
"""
ADD_COMMENT = """
from django.utils import timezone
from wagtail.models import Page
from comments import archive
archive.add(archive.ArchivedComment(page_id=Page.objects.get(slug={slug!r}).pk, parent_id=None,
    author_name="Bea", body_html="<p>One more.</p>", created_at=timezone.now(),
    status=archive.CommentStatus.PUBLISHED))
"""
NEIGHBOUR = "<p>A neighbour's quiet words, of <b>some</b> length, so that they take two lines.</p>"
HOSTILE = {
    "zalgo": "<p>" + "Z" + "\u0335\u0321\u0352\u0363" * 400 + "algo</p>",
    "endless-word": f"<p>{'w' * 5_000}</p>",
    "line-breaks": "<p>up" + "<br>" * 200 + "down</p>",
    "deep-quotes": "<blockquote>" * 20 + "<p>deep</p>" + "</blockquote>" * 20,
    "right-to-left": "<p>\u202e\u2067\u05d0\u05d1\u05d2 \u202e reversed \u2067</p>" * 5,
    "open-code": "<pre>" + "x" * 3_000,
    "lists": "<ul><li>" * 40,
    "heading": f"<h1>{'LOUD ' * 300}</h1>",
}


@pytest.fixture
def make_post(newsroom):
    def make(slug, bodies):
        script = MAKE_POST.format(arguments=json.dumps([slug, bodies]))
        return json.loads(newsroom.run(script).splitlines()[-1])

    return make


def measure(window, number):
    """Place from the left, width and height of a comment's words."""
    box = window.locator(f"#comment-{number} .comment__body").bounding_box()
    return box["x"], box["width"], box["height"]


def is_painted_over(window, hostile, neighbour):
    """Whether the neighbour looks otherwise when the hostile comment is made invisible."""
    words = window.locator(f"#comment-{neighbour}")
    words.scroll_into_view_if_needed()
    with_it = words.screenshot()
    window.locator(f"#comment-{hostile}").evaluate("it => it.style.visibility = 'hidden'")
    return words.screenshot() != with_it


def test_no_comment_spoils_its_neighbour(new_window, make_post):
    bodies = ["<p>Hello.</p>", NEIGHBOUR]
    for hostile in HOSTILE.values():
        bodies += [hostile, NEIGHBOUR]
    url, *numbers = make_post("hostile", bodies)
    window = new_window()
    for width in (390, 1280):
        window.set_viewport_size({"width": width, "height": 900})
        window.goto(url)
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        quiet = measure(window, numbers[1])
        for name, hostile, neighbour in zip(HOSTILE, numbers[2::2], numbers[3::2], strict=True):
            assert measure(window, neighbour) == pytest.approx(quiet, abs=0.1), name
            assert not is_painted_over(window, hostile, neighbour), name


@pytest.mark.parametrize("javascript", [True, False], ids=["with-js", "without-js"])
def test_a_permalink_lands_at_its_comment_on_a_later_page(new_window, make_post, javascript):
    url, *numbers = make_post(f"long-{javascript}".lower(), ["<p>Words.</p>"] * 60)
    window = new_window(javascript=javascript)
    window.goto(f"/comments/{numbers[-1]}/")
    assert window.url.endswith(f"{url}?comments=2#comment-{numbers[-1]}")
    assert window.locator(f"#comment-{numbers[-1]}").is_visible()
    window.get_by_role("link", name="Previous comments").first.click()
    window.wait_for_url(f"**{url}#comments")
    assert window.locator(f"#comment-{numbers[0]}").count() == 1


@pytest.mark.parametrize("fragment", ["old", "own"])
def test_a_fragment_of_another_page_is_followed_by_the_script(new_window, make_post, fragment):
    url, *numbers = make_post(f"fragment-{fragment}", ["<p>Words.</p>"] * 60)
    window = new_window()
    window.goto(f"{url}#{'c59' if fragment == 'old' else f'comment-{numbers[-1]}'}")
    window.wait_for_url(f"**{url}?comments=2#comment-{numbers[-1]}")


def test_a_fragment_that_leads_nowhere_leaves_the_reader_where_they_are(new_window, make_post):
    url, *_numbers = make_post("fragment-lost", ["<p>Words.</p>"] * 60)
    window = new_window()
    with window.expect_response("**/at/c999/") as asked:
        window.goto(f"{url}#c999")
    assert asked.value.status == 404
    assert window.url.endswith(f"{url}#c999")


def test_news_is_told_without_moving_the_page(newsroom, new_window, make_post):
    url, *_numbers = make_post("told", ["<p>Words.</p>"] * 3)
    window = new_window()
    window.clock.install()
    # An intercepted answer is not cached: for the browser's cache the clock below does not move.
    window.route("**/count.json", lambda route: route.continue_())
    window.goto(url)
    window.locator("#comments").scroll_into_view_if_needed()
    news = window.get_by_role("status")
    before = window.evaluate("[scrollY, document.documentElement.scrollHeight]")
    for told in ("1 new comment", "2 new comments"):
        newsroom.run(ADD_COMMENT.format(slug="told"))
        with window.expect_response("**/count.json"):
            window.clock.run_for(61_000)
        news.get_by_text(told, exact=True).wait_for()
    assert window.evaluate("[scrollY, document.documentElement.scrollHeight]") == before
    news.get_by_role("link").click()
    window.wait_for_url(f"**{url}?order=newest#comments")
    assert "One more." in window.locator(".comment").first.inner_text()


def test_who_saves_data_is_never_asked_for(new_window, make_post):
    url, *_numbers = make_post("saver", ["<p>Words.</p>"])
    window = new_window()
    window.clock.install()
    window.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(url)
    window.clock.run_for(600_000)
    assert [address for address in asked if address.endswith("count.json")] == []
