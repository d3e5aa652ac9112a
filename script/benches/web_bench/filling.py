"""Posts with many comments, in a newsroom that runs."""

import json
from collections.abc import Sequence

from tests.browser.server import Server

MAKE_POSTS = """
import json
from datetime import UTC, datetime, timedelta
from blog.models import BlogIndexPage, PostPage
from comments import archive
index = BlogIndexPage.objects.order_by("path")[0]
source = PostPage.objects.get(slug="break-the-hold-webinar", locale=index.locale)
began = datetime(2026, 1, 1, tzinfo=UTC)
made = {}
for size in SIZES:
    post = PostPage(title=f"Read {size}", slug=f"read-{size}", locale=index.locale,
        body=source.body, posted_at=datetime(2001, 1, 1, tzinfo=UTC))
    index.add_child(instance=post)
    archive.add_many([(archive.ArchivedComment(page_id=post.pk, parent_id=None,
        author_name=f"Reader {place}", body_html="<p>I was there, and I will come again.</p>" * 3,
        created_at=began + timedelta(minutes=place), status=archive.CommentStatus.PUBLISHED),
        place - 1 if place % 3 else None) for place in range(size)])
    made[size] = (post.pk, post.url)
print(json.dumps(made))
"""


def make_posts(newsroom: Server, sizes: Sequence[int]) -> dict[int, tuple[int, str]]:
    """A post for each number of comments: by that, its own number and its path."""
    made = json.loads(newsroom.run(f"SIZES = {list(sizes)}\n{MAKE_POSTS}").splitlines()[-1])
    return {int(size): (number, path) for size, (number, path) in made.items()}
