"""Images in the sizes that pages ask for; nothing where the file of one is lost."""

import logging

from wagtail.images.models import Filter, SourceImageIOError

from blog.models import NewsImage, NewsRendition

logger = logging.getLogger(__name__)


def renditions_of(image: NewsImage, *filters: str) -> dict[str, NewsRendition]:
    """By their filters, of which `width-{480,960}` stands for two; {} without a readable file.

    Wagtail's own tags put a hole with an impossible size into the page instead.
    """
    try:
        made: dict[str, NewsRendition] = image.get_renditions(*Filter.expand_spec(list(filters)))
    except SourceImageIOError:
        logger.warning("image %s: its file cannot be read", image.pk)
        return {}
    return made


def rendition_of(image: NewsImage, *filters: str) -> NewsRendition | None:
    """The one that the filters together ask for; None without a readable file."""
    return next(iter(renditions_of(image, *filters).values()), None)
