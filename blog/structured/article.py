"""A post as https://schema.org/NewsArticle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from blog.models.posts import Correction, PostPage
from blog.structured.organisation import refer
from blog.structured.things import Thing, named, thing

HEADLINE_CHARACTERS = 110  # longer ones search engines cut


@dataclass(frozen=True, kw_only=True)
class Picture:
    """An image at a whole address; `alt` and `credit` may be empty."""

    url: str
    width: int
    height: int
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Writer:
    """A name in the byline, with the whole address of a page about it, or none."""

    name: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Around:
    """What belongs to a post and is read elsewhere."""

    writers: Sequence[Writer] = ()
    topics: Sequence[str] = ()
    corrections: Sequence[Correction] = ()
    picture: Picture | None = None


def article(post: PostPage, *, url: str, publisher: Thing, around: Around) -> Thing:
    """The post at the whole address `url`; without a byline the publisher has written it."""
    told = thing(
        "NewsArticle",
        headline=post.title[:HEADLINE_CHARACTERS],
        description=post.summary,
        url=url,
        mainEntityOfPage=url,
        datePublished=moment(post.posted_at),
        dateModified=moment(max(post.posted_at, post.last_published_at or post.posted_at)),
        inLanguage=post.locale.language_code,
        author=[_person(writer) for writer in around.writers] or [refer(publisher)],
        publisher=refer(publisher),
        articleSection=list(around.topics),
        correction=[_correction(each) for each in around.corrections],
        image=around.picture and _image(around.picture),
    )
    return named(told, name=f"{url}#article")


def moment(at: datetime) -> str:
    """A moment in the newsroom's zone, to the second."""
    return timezone.localtime(at).replace(microsecond=0).isoformat()


def _person(writer: Writer) -> Thing:
    return thing("Person", name=writer.name, url=writer.url)


def _correction(correction: Correction) -> Thing:
    at = moment(correction.corrected_at)
    return thing("CorrectionComment", text=correction.text, datePublished=at)


def _image(picture: Picture) -> Thing:
    return thing(
        "ImageObject",
        url=picture.url,
        contentUrl=picture.url,
        caption=picture.alt,
        creditText=picture.credit,
    )
