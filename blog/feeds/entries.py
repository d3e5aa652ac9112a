"""From a post to an entry of a feed: the whole text, with its corrections."""

from django.template.loader import render_to_string

from blog.models.posts import PostPage, PostQuerySet
from operations import feeds

KIND = "post"


def with_entries(posts: PostQuerySet) -> PostQuerySet:
    """The posts with all that `entry_of` reads, in a number of queries that does not grow."""
    joined = posts.select_related("locale").with_bylines()
    loaded: PostQuerySet = joined.prefetch_related("topics", "corrections")
    return loaded


def entry_of(post: PostPage, *, url: str) -> feeds.Item:
    """The entry of a post whose whole address is `url`; no title if nobody wrote one."""
    html = render_to_string("blog/feeds/post.html", {"post": post, "page": post})
    return feeds.Item(
        name=name_of(post),
        url=url,
        title="" if post.has_generated_title else post.title,
        html=feeds.absolute(html, base=url),
        published_at=post.posted_at,
        updated_at=max(post.posted_at, post.last_published_at or post.posted_at),
        summary=post.summary,
        language=post.locale.language_code,
        authors=tuple(feeds.Person(author.name, author.url) for author in post.authors),
        categories=tuple(topic.name for topic in post.topics.all()),
        comments_url=f"{url}#comments",
    )


def name_of(post: PostPage) -> str:
    """What the entry is called for ever, in every feed; translations are entries of their own."""
    return feeds.name_of(KIND, f"{post.translation_key}:{post.locale.language_code}")
