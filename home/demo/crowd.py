"""A crowd of invented readers, for drills and benchmarks: as many comments as are asked for.

They stand only below posts that are made for them here, so that no word of it ever lands on a
post of the newsroom's own.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, repeat

from django.db import transaction

from blog.models import BlogIndexPage, PostPage
from comments import archive
from comments.archive import ArchivedComment, CommentStatus
from home.demo.building import demo_key

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
ADVERTISEMENT = "Best prices for shoes and watches, order today and save a lot of money."
ALIKE = "Everybody should call the board before the vote, the number is on their page."


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """How many comments, on how many posts.

    `alike` of those that wait say nearly the same; `answers` is the share, 0 to 1, of the
    published ones that answer another. With `is_chain` each answers the one before it.
    """

    posts: int
    published: int
    waiting: int
    spam: int
    alike: int = 0
    answers: float = 0.3
    is_chain: bool = False


def make_crowd(crowd: Crowd, *, now: datetime) -> list[PostPage]:
    """Write the posts that are missing, and the comments, post by post; returns the posts."""
    chance = random.Random(SEED)  # noqa: S311  (invented words, nothing secret)
    with transaction.atomic():
        posts = [_post(number, now) for number in range(crowd.posts)]
    for post, share in zip(posts, _shares(crowd), strict=True):
        archive.add_many(list(_comments(share, post.pk, now, chance)))
    return posts


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


def _comments(
    share: Crowd, page_id: int, now: datetime, chance: random.Random
) -> Iterator[tuple[ArchivedComment, int | None]]:
    statuses = [
        *repeat(CommentStatus.PUBLISHED, share.published),
        *repeat(CommentStatus.PENDING, share.waiting),
        *repeat(CommentStatus.SPAM, share.spam),
    ]
    words = _words(share, chance)
    gaps = [timedelta(seconds=chance.randrange(1, 60)) for _status in statuses]
    moments = list(accumulate(gaps))
    for place, status in enumerate(statuses):
        comment = ArchivedComment(
            page_id=page_id,
            parent_id=None,
            author_name=f"{chance.choice(NAMES)} {chance.choice(NAMES)[0]}.",
            body_html=f"<p>{next(words)}</p>",
            created_at=now - moments[-1] + moments[place],
            status=status,
        )
        yield comment, _answered(share, min(place, share.published), chance)


def _words(share: Crowd, chance: random.Random) -> Iterator[str]:
    for place in range(share.published + share.waiting + share.spam):
        waiting_place = place - share.published
        if waiting_place >= share.waiting:
            yield f"{ADVERTISEMENT} {chance.choice(ENDINGS)}"
        elif 0 <= waiting_place < share.alike:
            yield f"{ALIKE} {chance.choice(ENDINGS)}"
        else:
            seldom = f" {chance.choice(SELDOM)}!" if not chance.randrange(SELDOM_IN) else ""
            yield " ".join(map(chance.choice, (OPENINGS, MIDDLES, ENDINGS))) + seldom


def _answered(share: Crowd, published_before: int, chance: random.Random) -> int | None:
    """The place of the published comment that the next one answers, if it answers one."""
    if not published_before or chance.random() >= share.answers:
        return None
    return published_before - 1 if share.is_chain else chance.randrange(published_before)
