"""The blog's models, one subject a module."""

from blog.models.campaigns import CampaignIndexPage, CampaignPage, CampaignPlace, CampaignStatus
from blog.models.derived import EventState, PostAction, PostEvent, PostsInMonth, PostWords
from blog.models.draft_links import DraftLink
from blog.models.index import BlogIndexPage
from blog.models.media import NewsDocument, NewsImage, NewsRendition
from blog.models.people import Author, Series, Topic
from blog.models.posts import Correction, PostAuthor, PostPage, PostQuerySet, RelatedPost
from blog.models.subscribers import NewsFrequency, NewsToSend, Subscriber

__all__ = [
    "Author",
    "BlogIndexPage",
    "CampaignIndexPage",
    "CampaignPage",
    "CampaignPlace",
    "CampaignStatus",
    "Correction",
    "DraftLink",
    "EventState",
    "NewsDocument",
    "NewsFrequency",
    "NewsImage",
    "NewsRendition",
    "NewsToSend",
    "PostAction",
    "PostAuthor",
    "PostEvent",
    "PostPage",
    "PostQuerySet",
    "PostWords",
    "PostsInMonth",
    "RelatedPost",
    "Series",
    "Subscriber",
    "Topic",
]
