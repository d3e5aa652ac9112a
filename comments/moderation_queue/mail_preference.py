"""How often a moderator wants mail about what waits: a panel in the account's settings."""

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from comments import permissions
from comments.models import ModeratorNotices


class MailPreferenceForm(forms.ModelForm[ModeratorNotices]):
    """One choice."""

    class Meta:
        model = ModeratorNotices
        fields = ["frequency"]
        labels = {"frequency": _("Mail when comments wait")}
        help_texts = {
            "frequency": _(
                "“Each time” comes once an hour at most, “once a day” in the morning, with reports "
                "and appeals. It says how many wait and since when, and goes to the e-mail address "
                "of your account."
            )
        }


class MailPreferencePanel(BaseSettingsPanel):
    """Shown to those who may moderate, if there is a mail server."""

    name = "reader_comments"
    title = _("Reader comments")
    tab = notifications_tab
    order = 200
    form_class = MailPreferenceForm

    def is_active(self) -> bool:
        """Whether there is anything to choose."""
        return bool(settings.HAS_MAIL) and permissions.may_moderate(self.user)

    def get_form(self) -> MailPreferenceForm:
        """The form on the moderator's own row, which is made when it is first saved."""
        posted = self.request.POST if self.request.method == "POST" else None
        return MailPreferenceForm(posted, instance=self._row, prefix=self.name)

    @cached_property
    def _row(self) -> ModeratorNotices:
        row = ModeratorNotices.objects.filter(user=self.user).first()
        return row or ModeratorNotices(user=self.user)
