"""What authorities ask for, and what comes of it: the words of the form and of the report."""

from django.utils.translation import gettext_lazy as _

WANTED = (
    ("removal", _("That a comment is taken down")),
    ("data", _("What is known of an author")),
    ("other", _("Something else")),
)
OUTCOMES = (
    ("complied", _("We did it")),
    ("partly", _("We did it in part")),
    ("refused", _("We refused")),
)
