"""The image that stands for a page where a link to it is shared."""

from urllib.parse import urljoin

from django.urls import reverse
from wagtail.models import Page

from blog.lead_image import LeadImage, lead_image
from blog.scaling import rendition_of
from blog.structured.article import Picture
from home.models import NewsroomSettings
from home.theme import card

# Large enough for every preview, never enlarged, and of a kind that all of them can show.
FILTERS = ("max-1200x1200", "format-jpeg")
LOGO_FILTERS = ("max-600x600", "format-png")


def picture_of(page: Page, *, settings: NewsroomSettings) -> Picture | None:
    """The first image of its body, else the newsroom's own for this; None without either."""
    body = getattr(page, "body", None)
    found = lead_image(body) if body else None
    if found is None and settings.preview_image:
        found = LeadImage(settings.preview_image, settings.preview_image.description, "")
    return _scaled(found, base=page.full_url) if found else None


def card_of(name: str, *, settings: NewsroomSettings, base: str) -> Picture | None:
    """The newsroom's name, printed; None where our letters cannot print it."""
    if not card.has_card(name):
        return None
    address = reverse("social_card", args=[card.digest_of(name, settings.spot_colour)])
    url = urljoin(base, address)
    return Picture(url=url, width=card.WIDTH, height=card.HEIGHT, alt=name)


def logo_url(settings: NewsroomSettings, *, base: str) -> str:
    """The whole address of the newsroom's logo; empty without one."""
    if settings.logo is None:
        return ""
    scaled = _scaled(LeadImage(settings.logo, "", ""), base=base, filters=LOGO_FILTERS)
    return scaled.url if scaled else ""


def _scaled(lead: LeadImage, *, base: str, filters: tuple[str, ...] = FILTERS) -> Picture | None:
    rendition = rendition_of(lead.image, *filters)
    if rendition is None:
        return None
    return Picture(
        url=urljoin(base, rendition.url),
        width=rendition.width,
        height=rendition.height,
        alt=lead.alt,
        credit=lead.credit,
    )
