"""Blog: posts, authors, topics, images, and the pages that list them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Registers the room."""

    name = "blog"
    verbose_name = _("Blog")

    def ready(self) -> None:
        """Begin to follow what is saved."""
        from blog import copying, deriving, translating  # models are there only now
        from blog.newsletter import recording
        from blog.searching import following

        for follower in (copying, deriving, following, recording, translating):
            follower.connect()
