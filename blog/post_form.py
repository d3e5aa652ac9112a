"""The form in which a post is edited: it offers what is in the language of the post."""

from typing import Any

from django.db.models import Q
from wagtail.admin.forms import WagtailAdminPageForm

OFFERED = ("topics", "campaigns")


class PostForm(WagtailAdminPageForm):
    """Wagtail's. A newsroom in two languages has each topic and each campaign twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OFFERED:
            if name in self.fields:
                self._offer_own(name)

    def _offer_own(self, name: str) -> None:
        """The rows of its language, and whatever it has been filed under before."""
        chosen = [row.pk for row in getattr(self.instance, name).all()]
        own = Q(locale_id=self.instance.locale_id) | Q(pk__in=chosen)
        field = self.fields[name]
        field.queryset = field.queryset.filter(own)
