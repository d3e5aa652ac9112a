"""What the owner says about the newsroom itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from blog.models import NewsImage
from home.theme.colours import validate_spot


class Typeface(models.TextChoices):
    """What names and headlines are set in."""

    POSTER = "poster", _("Poster: tall, narrow letters")
    BOOK = "book", _("Book: letters with serifs")
    PLAIN = "plain", _("Plain: the letters of the reader's own device")


@register_setting(icon="globe", order=200)
class NewsroomSettings(BaseSiteSetting):
    """Who publishes here, how it looks, who may crawl, and what is counted."""

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
        help_text=_("Stands at the head of every page."),
    )
    logo_says_name = models.BooleanField(
        _("the logo has the name in it"),
        default=False,
        help_text=_("Then the name is not written beside it."),
    )
    icon = models.ForeignKey(
        NewsImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("icon"),
        help_text=_(
            "Stands in the tabs and bookmarks of browsers, and on telephones. A square, 180 pixels "
            "or more; of another shape the middle is taken."
        ),
    )
    spot_colour = models.CharField(
        _("spot colour"),
        max_length=7,
        blank=True,
        validators=[validate_spot],
        help_text=_(
            "The one colour beside ink and paper, such as #b4231a. By night a lighter one of the "
            "same hue is used."
        ),
    )
    typeface = models.CharField(
        _("letters of headlines"), max_length=10, choices=Typeface, default=Typeface.POSTER
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
            [FieldPanel("organisation"), FieldPanel("organisation_url")],
            heading=_("Who publishes here"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("spot_colour"),
                FieldPanel("typeface"),
                FieldPanel("logo"),
                FieldPanel("logo_says_name"),
                FieldPanel("icon"),
            ],
            heading=_("How it looks"),
        ),
        FieldPanel("preview_image"),
        FieldPanel("welcomes_ai_crawlers"),
        FieldPanel("counts_views"),
    ]

    class Meta:
        verbose_name = _("newsroom")
        constraints = [
            models.CheckConstraint(
                condition=Q(typeface__in=Typeface.values), name="typeface_is_a_known_one"
            )
        ]
