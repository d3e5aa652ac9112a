"""What the owner says about the newsroom itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from blog.models import NewsImage


@register_setting(icon="globe", order=200)
class NewsroomSettings(BaseSiteSetting):
    """Who publishes here, who may crawl, and what is counted."""

    organisation = models.CharField(
        _("name of the organisation"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the title of the front page."),
    )
    organisation_url = models.URLField(_("its own web address"), blank=True)
    logo = models.ForeignKey(
        NewsImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    preview_image = models.ForeignKey(
        NewsImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image for link previews"),
        help_text=_("Shown where a page without an image of its own is shared."),
    )
    welcomes_ai_crawlers = models.BooleanField(
        _("crawlers that collect texts to train AI may read"),
        default=False,
        help_text=_(
            "robots.txt tells them so. Well-behaved ones obey; search engines are welcome."
        ),
    )
    counts_views = models.BooleanField(
        _("count how often pages are read"),
        default=True,
        help_text=_("Totals a day and page, without cookies, addresses or anything about readers."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("organisation_url"), FieldPanel("logo")],
            heading=_("Who publishes here"),
        ),
        FieldPanel("preview_image"),
        FieldPanel("welcomes_ai_crawlers"),
        FieldPanel("counts_views"),
    ]

    class Meta:
        verbose_name = _("newsroom")
