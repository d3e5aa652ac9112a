"""The form in which a post is edited: it offers what is in the language of the post.

It refuses, in a draft too, what cannot be stored, and a date that was mistyped.
"""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blog.own_address import OwnAddressForm

OFFERED = ("topics", "campaigns")
FIRST_YEAR = 1990  # nothing was on the web before
YEARS_AHEAD = 2


class PostForm(OwnAddressForm):
    """Wagtail's. A newsroom in two languages has each topic and each campaign twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OFFERED:
            if name in self.fields:
                self._offer_own(name)
        if "related_posts" in self.formsets:
            for form in self.formsets["related_posts"].forms:
                form.fields["related"].validators.append(self._refuse_itself)

    def clean_posted_at(self) -> datetime:
        """The date. One that it had before stays: what was imported may be older."""
        posted_at: datetime = self.cleaned_data["posted_at"]
        years = range(FIRST_YEAR, timezone.now().year + YEARS_AHEAD + 1)
        # The form shows minutes and leaves out the seconds.
        is_kept = abs(posted_at - self.instance.posted_at) < timedelta(minutes=1)
        if posted_at.year not in years and not is_kept:
            message = _("Check the year: it must be between %(first)d and %(last)d.")
            raise ValidationError(message, params={"first": years[0], "last": years[-1]})
        return posted_at

    def _refuse_itself(self, related: Model) -> None:
        if related.pk == self.instance.pk:
            raise ValidationError(_("A post cannot be related to itself. Choose another one."))

    def _offer_own(self, name: str) -> None:
        """The rows of its language, and whatever it has been filed under before."""
        chosen = [row.pk for row in getattr(self.instance, name).all()]
        own = Q(locale_id=self.instance.locale_id) | Q(pk__in=chosen)
        field = self.fields[name]
        field.queryset = field.queryset.filter(own)
