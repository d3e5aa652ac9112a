"""What a reader who comes for the first time has to load, and that nothing moves while it comes."""

import json

import pytest

pytestmark = pytest.mark.browser

MOST_BYTES = 33_000  # compressed: pages, style sheets and scripts; WordPress's default theme
MOST_FONT_BYTES = 60_000
MOST_REQUESTS = 10
MOST_SHIFT = 0.02
OURS = {"Document", "Stylesheet", "Script"}
# A post like others, with fifty comments of two sentences, every fifth an answer.
MAKE_POST = """
import json
from django.utils import timezone
from datetime import UTC, datetime, timedelta
from blog.models import BlogIndexPage, PostPage
from comments import archive
index = BlogIndexPage.objects.order_by("path")[0]
source = PostPage.objects.get(slug="break-the-hold-webinar", locale=index.locale)
post = PostPage(title="Weighed", slug="weighed", locale=index.locale, body=source.body,
    posted_at=datetime(2001, 1, 1, tzinfo=UTC))
index.add_child(instance=post)
words = "<p>I was there in {}, and I will come again. Who of you takes the {} bus?</p>"
parent = None
for number in range(50):
    comment = archive.add(archive.ArchivedComment(page_id=post.pk,
        parent_id=parent.pk if parent and number % 5 == 4 else None,
        author_name=f"Reader {number}", body_html=words.format(2000 + number, number * 7),
        created_at=timezone.now() - timedelta(days=50 - number),
        status=archive.CommentStatus.PUBLISHED))
    parent = comment if number % 5 != 4 else None
print(json.dumps(post.url))
"""
SHIFT = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})
"""


@pytest.fixture(scope="module")
def post(newsroom):
    return json.loads(newsroom.run(MAKE_POST).splitlines()[-1])


@pytest.fixture
def loaded(new_window, post):
    """The window, and the kind and compressed bytes of each answer that the post took."""
    window = new_window(width=390)
    kinds, sizes = {}, {}
    devtools = window.context.new_cdp_session(window)
    devtools.send("Network.enable")
    devtools.on("Network.responseReceived", lambda it: kinds.update({it["requestId"]: it["type"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda it: sizes.update({it["requestId"]: it["encodedDataLength"]}),
    )
    window.goto(post, wait_until="networkidle")
    return window, [(kinds[each], size) for each, size in sizes.items() if each in kinds]


def test_a_post_with_fifty_comments_is_light(loaded):
    _window, answers = loaded
    assert 10_000 < sum(size for kind, size in answers if kind in OURS) <= MOST_BYTES
    assert 0 < sum(size for kind, size in answers if kind == "Font") <= MOST_FONT_BYTES
    assert 3 < len(answers) <= MOST_REQUESTS


def test_nothing_moves_while_a_post_comes(loaded):
    window, _answers = loaded
    assert window.locator(".comment").count() == 50
    assert window.evaluate(SHIFT) <= MOST_SHIFT
