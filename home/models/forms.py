"""Pages with a form: write to us, sign a pledge."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField, AbstractFormSubmission
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import StreamField

from blog.blocks import BodyBlock
from blog.own_address import OwnAddressForm, OwnAddressPage
from blog.summary import first_words
from home.forms.fields import ReaderFormBuilder


class FormKind(models.TextChoices):
    """What a form is for."""

    CONTACT = "contact", _("People write to us")
    PLEDGE = "pledge", _("People pledge something; the page says how many have")


class FormPageForm(OwnAddressForm, WagtailAdminFormPageForm):
    """The form in which a page with a form is edited."""


class FormPage(OwnAddressPage, AbstractForm):
    """A page with a form; what is sent is scored like a comment, and never lost."""

    kind = models.CharField(
        _("what it is for"), max_length=10, choices=FormKind, default=FormKind.CONTACT
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    thanks = StreamField(
        BodyBlock(), verbose_name=_("thanks"), blank=True, help_text=_("Shown once it was sent.")
    )
    mail_to = models.EmailField(
        _("tell by mail"),
        blank=True,
        help_text=_("Told that something came, with a link; the mail says nothing of it."),
    )
    keep_days = models.PositiveSmallIntegerField(
        _("keep for days"),
        default=180,
        help_text=_("What was sent is deleted after so many days."),
    )

    base_form_class = FormPageForm
    form_builder = ReaderFormBuilder
    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types: list[str] = []

    content_panels: list[Any] = [
        FormSubmissionsPanel(),
        *AbstractForm.content_panels,
        FieldPanel("kind"),
        FieldPanel("body"),
        InlinePanel("form_fields", label=_("Field"), heading=_("Fields")),
        FieldPanel("thanks"),
        FieldPanel("mail_to"),
        FieldPanel("keep_days"),
    ]

    class Meta:
        verbose_name = _("page with a form")
        verbose_name_plural = _("pages with a form")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=FormKind.values), name="form_kind_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=Q(keep_days__gt=0), name="what_was_sent_is_kept_a_day_at_least"
            ),
        ]

    @property
    def summary(self) -> str:
        """What the editor wrote for search engines, else the first words."""
        return str(self.search_description) or first_words(self.body)

    def get_submission_class(self) -> type["SentForm"]:
        """What is kept of a sending."""
        return SentForm

    def get_submissions_list_view_class(self) -> Any:  # Any: Wagtail's own view
        """The list that says what the filter thinks."""
        # It lists rows of these models.
        from home.forms.listing import SentList

        return SentList

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's context, and what stands around the form."""
        # It counts rows of these models.
        from home.forms.showing import surroundings_now

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | surroundings_now(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; what is filled in has an address of its own (home/forms/urls.py)."""
        # It knows this page.
        from home.forms.showing import show

        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return show(request, self)


class FormField(AbstractFormField):
    """One field of a form."""

    page = ParentalKey(FormPage, on_delete=models.CASCADE, related_name="form_fields")


class SentVerdict(models.TextChoices):
    """What the filter said of something sent."""

    FINE = "fine", _("Fine")
    DOUBTFUL = "doubtful", _("Doubtful")
    SPAM = "spam", _("Spam")


class SentForm(AbstractFormSubmission):
    """What somebody sent; `verdict` is the filter's, until somebody of the staff says otherwise."""

    verdict = models.CharField(
        _("verdict"), max_length=10, choices=SentVerdict, default=SentVerdict.FINE
    )
    evidence = models.JSONField(default=list)
    # So that a form sent twice is kept once.
    key = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("sent form")
        verbose_name_plural = _("sent forms")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=SentVerdict.values), name="sent_verdict_is_a_known_one"
            )
        ]
