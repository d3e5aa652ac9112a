"""What the API says of posts, campaigns and events: the fields, and what they mean."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field


class Named(Schema):
    """An author, a topic or a series."""

    name: str
    slug: str


class Linked(Schema):
    """A page, by its number and its address."""

    id: int
    title: str
    url: str | None


class PostShape(Schema):
    """A post, without its text."""

    id: int
    url: str | None
    language: str
    translation_key: UUID = Field(description="The same for a post and its translations.")
    title: str | None = Field(description="Null where nobody wrote one.")
    summary: str
    posted_at: datetime = Field(description="The date line.")
    updated_at: datetime | None
    is_pinned: bool
    authors: list[Named]
    topics: list[Named]
    campaigns: list[Linked]
    series: Named | None
    comments: int = Field(description="How many places of its thread show.")


class CorrectionShape(Schema):
    """What was wrong in a post, and is right now."""

    corrected_at: datetime
    text: str


class WholePost(PostShape):
    """A post with its text."""

    html: str = Field(description="Cleaned HTML; every address in it is whole.")
    corrections: list[CorrectionShape]


class CampaignShape(Schema):
    """A campaign, without its text."""

    id: int
    url: str | None
    language: str
    translation_key: UUID
    title: str
    goal: str
    status: str
    starts_on: date | None
    ends_on: date | None


class PlaceShape(Schema):
    """A place that joined a campaign."""

    name: str
    region: str
    joined_on: date | None
    url: str
    latitude: float | None
    longitude: float | None


class WholeCampaign(CampaignShape):
    """A campaign with its text and its places."""

    html: str
    places: list[PlaceShape]


class EventShape(Schema):
    """An event of a page. A page and its translation may tell of the same one, with one `id`."""

    id: UUID
    url: str | None = Field(description="Where its page tells of it.")
    page: Linked
    language: str
    title: str
    starts_at: datetime = Field(description="With the distance from UTC that holds there then.")
    ends_at: datetime
    time_zone: str = Field(description="Its name in the IANA database.")
    state: str = Field(description="planned, postponed or cancelled.")
    place: str
    address: str
    is_online: bool
    online_url: str
    registration_url: str
    is_limited: bool = Field(description="Whether space is limited.")
    text: str
