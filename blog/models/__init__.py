"""The blog's models, one subject a module."""

from blog.models.media import NewsDocument, NewsImage, NewsRendition
from blog.models.pages import BlogIndexPage, PostAuthor, PostPage
from blog.models.people import Author, Topic

__all__ = [
    "Author",
    "BlogIndexPage",
    "NewsDocument",
    "NewsImage",
    "NewsRendition",
    "PostAuthor",
    "PostPage",
    "Topic",
]
