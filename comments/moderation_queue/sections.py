"""The parts of the site that a list can be narrowed to: pages with commented pages below them."""

from django.db.models import F, Value
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext as _
from wagtail.models import Page

from comments.models import Thread


def section_choices() -> list[tuple[str, str]]:
    """Each page that is the parent of a commented one, in the order of the tree; one query."""
    commented = Page.objects.filter(pk__in=Thread.objects.values("page_id")).order_by()
    above = Substr("path", Value(1), Length("path") - Value(Page.steplen))
    parents = commented.filter(depth__gt=1).annotate(above=above).values("above").distinct()
    sections = Page.objects.filter(path__in=parents).order_by("path").values_list("pk", F("title"))
    return [("", _("Everywhere")), *((str(number), title) for number, title in sections)]
