"""A crowd of invented readers, for drills and benchmarks: as many comments as are asked for.

They stand only below posts that are made for them here, so that no word of it ever lands on a
post of the newsroom's own.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate, repeat

from django.db import transaction

from blog.models import BlogIndexPage, PostPage
from comments import archive
from comments.archive import ArchivedComment, CommentStatus, Placed
from comments.models import Cluster
from home.demo.bodies import demo_key

SEED = 20_260_301  # the same numbers give the same words
NAMES = ("Adaeze", "Benicio", "Casimir", "Delphine", "Efrain", "Farida", "Hoai", "Imelda", "Odalys")
OPENINGS = (
    "I was at the meeting on Monday",
    "My neighbours asked about this",
    "Thank you for writing it down",
    "The county says something else",
    "Nadie nos lo había explicado así",
    "Two of us can drive people there",
    "I read the whole agreement",
    "We called the office this morning",
)
MIDDLES = (
    "and the room was full.",
    "but nobody could say when it starts.",
    "and the vote is still open.",
    "y vamos a ir otra vez.",
    "so bring a copy of the letter.",
    "and the answer was polite.",
    "because the deadline has moved.",
)
ENDINGS = (
    "See you at the courthouse.",
    "What happens next?",
    "I will ask again on Thursday.",
    "Nos vemos el jueves.",
    "Please keep the list of names short.",
    "Does anybody have the minutes?",
)
# Each in one of 80,000 comments, where the others are in every sixth or so.
SELDOM = ("quorum", "trellis", "ombudsman", "culvert", "affidavit", "easement", "aforo", "acta")
SELDOM_IN = 10_000
# What begins the same, by kind.
SAID = {
    "spam": "Best prices for shoes and watches, order today and save a lot of money.",
    "alike": "Everybody should call the board before the vote, the number is on their page.",
}
# By kind: how it stands, and how many different ones there are at most.
KINDS = {
    "published": (CommentStatus.PUBLISHED, 2_000),
    "published, seldom": (CommentStatus.PUBLISHED, 100),
    "waiting": (CommentStatus.PENDING, 1_000),
    "waiting, seldom": (CommentStatus.PENDING, 100),
    "alike": (CommentStatus.PENDING, 50),
    "spam": (CommentStatus.SPAM, 100),
}
SELDOM_OF = {"published": "published, seldom", "waiting": "waiting, seldom"}
AT_ONCE = 50_000  # comments of one transaction; more, and memory fills
LONG = 2 * 365 * 24 * 3600  # seconds over which they are spread


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """How many comments, on how many posts.

    `alike` of those that wait say nearly the same, and are known to; `answers` is the share, 0 to
    1, of the published ones that answer another. With `is_chain` each answers the one before it.
    """

    posts: int
    published: int
    waiting: int
    spam: int
    alike: int = 0
    answers: float = 0.3
    is_chain: bool = False


@dataclass(frozen=True)
class Pool:
    """What the crowd has to say, sanitised once: by kind the places of its patterns."""

    patterns: list[ArchivedComment]
    kinds: Mapping[str, range]

    def one(self, kind: str, chance: random.Random) -> int:
        """The place of one of a kind."""
        return chance.choice(self.kinds[kind])


def make_crowd(crowd: Crowd, *, now: datetime) -> list[PostPage]:
    """Write the posts that are missing, and the comments, post by post; returns the posts."""
    chance = random.Random(SEED)  # noqa: S311  (invented words, nothing secret)
    with transaction.atomic():
        posts = [_post(number, now) for number in range(crowd.posts)]
    pool, placed = _pool(crowd, now, chance), list[Placed]()
    for post, share in zip(posts, _shares(crowd), strict=True):
        before = len(placed)
        placed += _placed(share, post.pk, pool, now, chance, before=before)
        if len(placed) > AT_ONCE:
            archive.add_patterned(pool.patterns, placed)
            placed = []
    archive.add_patterned(pool.patterns, placed)
    return posts


def _pool(crowd: Crowd, now: datetime, chance: random.Random) -> Pool:
    patterns: list[ArchivedComment] = []
    kinds: dict[str, range] = {}
    numbers = {CommentStatus.PUBLISHED: crowd.published, CommentStatus.PENDING: crowd.waiting}
    numbers[CommentStatus.SPAM] = crowd.spam
    cluster_id = Cluster.objects.create(sketch=b"").pk if crowd.alike else None
    for kind, (status, size) in KINDS.items():
        first = len(patterns)
        patterns += [
            replace(
                _pattern(_words(kind, chance), status, now, chance),
                cluster_id=cluster_id if kind == "alike" else None,
            )
            for _each in range(min(size, numbers[status]))
        ]
        kinds[kind] = range(first, len(patterns))
    return Pool(patterns, kinds)


def _pattern(
    words: str, status: CommentStatus, now: datetime, chance: random.Random
) -> ArchivedComment:
    return ArchivedComment(
        page_id=0,  # each has its own
        parent_id=None,
        author_name=f"{chance.choice(NAMES)} {chance.choice(NAMES)[0]}.",
        body_html=f"<p>{words}</p>",
        created_at=now,
        status=status,
    )


def _words(kind: str, chance: random.Random) -> str:
    if kind in SAID:
        return f"{SAID[kind]} {chance.choice(ENDINGS)}"
    seldom = f" {chance.choice(SELDOM)}!" if kind in SELDOM_OF.values() else ""
    return " ".join(map(chance.choice, (OPENINGS, MIDDLES, ENDINGS))) + seldom


def _post(number: int, now: datetime) -> PostPage:
    key = demo_key("crowd", str(number))
    found: PostPage | None = PostPage.objects.filter(translation_key=key).first()
    if found is not None:
        return found
    index = BlogIndexPage.objects.order_by("path")[0]
    post = PostPage(
        title=f"Invented post {number + 1}",
        slug=f"invented-post-{number + 1}",
        locale=index.locale,
        translation_key=key,
        posted_at=now - timedelta(minutes=number),
        body=[{"type": "paragraph", "value": "<p>Invented, to be commented on.</p>"}],
    )
    index.add_child(instance=post)
    return post


def _shares(crowd: Crowd) -> Iterator[Crowd]:
    """The part of each post: as even as whole numbers can be."""
    for number in range(crowd.posts):
        wanted = (crowd.published, crowd.waiting, crowd.spam, crowd.alike)
        published, waiting, spam, alike = (
            count * (number + 1) // crowd.posts - count * number // crowd.posts for count in wanted
        )
        yield Crowd(
            posts=1,
            published=published,
            waiting=waiting,
            spam=spam,
            alike=min(alike, waiting),
            answers=crowd.answers,
            is_chain=crowd.is_chain,
        )


def _placed(
    share: Crowd, page_id: int, pool: Pool, now: datetime, chance: random.Random, *, before: int
) -> Iterator[Placed]:
    """The comments of one post, the last one said just now, the first one about two years ago.

    `before` is how many comments of other posts stand before them.
    """
    number = share.published + share.waiting + share.spam
    longest = 2 * LONG // max(number, 1)
    moments = list(accumulate(chance.randrange(1, longest) for _place in range(number)))
    for place, kind in enumerate(_kinds(share)):
        is_seldom = kind in SELDOM_OF and not chance.randrange(SELDOM_IN)
        answered = _answered(share, min(place, share.published), chance)
        yield Placed(
            pattern=pool.one(SELDOM_OF[kind] if is_seldom else kind, chance),
            page_id=page_id,
            created_at=now - timedelta(seconds=moments[-1] - moments[place]),
            answers=None if answered is None else before + answered,
        )


def _kinds(share: Crowd) -> Iterator[str]:
    yield from repeat("published", share.published)
    yield from repeat("alike", share.alike)
    yield from repeat("waiting", share.waiting - share.alike)
    yield from repeat("spam", share.spam)


def _answered(share: Crowd, published_before: int, chance: random.Random) -> int | None:
    """The place of the published comment that the next one answers, if it answers one."""
    if not published_before or chance.random() >= share.answers:
        return None
    return published_before - 1 if share.is_chain else chance.randrange(published_before)
