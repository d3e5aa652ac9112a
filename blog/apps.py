"""Blog: posts, authors, topics, images, and the pages that list them."""

from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Registers the room."""

    name = "blog"
    verbose_name = "Blog"
