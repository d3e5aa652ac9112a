"""The comment form: what is asked, what is hidden, and how typed text becomes a submission."""

import secrets
import unicodedata
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from comments import conf, receipts, rendering
from comments.forms.body_field import BodyField
from comments.forms.retyping import Retyping
from comments.models import Topic
from comments.submission import NO_COMMENT, Sender, Submission, read_number

TOKEN_SALT = "comments.form"  # noqa: S105  (a name, not a secret)
HONEYPOT_FIELD = "fax_number"  # no browser fills in a fax number by itself
NOT_ASKED_OF_ALL = ("website", "email", "notify", "receipt")


class CommentForm(Retyping, forms.Form):
    """A comment or a reply on one page.

    `now` is the aware time of the request. The hidden token says which page the form was
    made for and when; it is signed, and as the form page is never cached, its age is honest.
    """

    name = forms.CharField(
        label=_("Your name"),
        max_length=conf.MAX_NAME_CHARACTERS,
        help_text=_("Any name you like. It will be public."),
        error_messages={"required": _("Please write a name that others can read.")},
        widget=forms.TextInput(attrs={"class": "form__input", "autocomplete": "nickname"}),
    )
    body = BodyField()
    website = forms.CharField(
        label=_("Your website, if you like"),
        max_length=conf.MAX_WEBSITE_CHARACTERS,
        required=False,
        widget=forms.URLInput(attrs={"class": "form__input", "autocomplete": "url"}),
    )
    fax_number = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want to be told"),
        required=False,
        help_text=_("Never shown, and kept only until you stop the notices."),
        widget=forms.EmailInput(attrs={"class": "form__input", "autocomplete": "email"}),
    )
    notify = forms.ChoiceField(
        label=_("Tell me of"),
        required=False,
        choices=[("", _("nothing")), *Topic.choices],
        widget=forms.Select(attrs={"class": "form__input"}),
    )
    receipt = forms.CharField(
        label=_("Your receipt of an earlier comment"),
        required=False,
        help_text=_("Its link shows that you are the same writer, so you may not have to wait."),
        widget=forms.TextInput(attrs={"class": "form__input", "autocomplete": "off"}),
    )
    parent = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    honeypot_field = HONEYPOT_FIELD

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        page_id: int,
        now: datetime,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.page_id = page_id
        self.now = now
        self.fields["token"].initial = self.fresh_token()
        if not settings.HAS_MAIL:
            del self.fields["email"], self.fields["notify"]

    def fresh_token(self, opened: float | None = None) -> str:
        """A signed token whose key makes sending the form twice harmless.

        `opened` is the POSIX time at which the writer began, now by default.
        """
        content = {
            "page": self.page_id,
            "opened": opened or self.now.timestamp(),
            "key": secrets.token_urlsafe(24),
        }
        return signing.dumps(content, salt=TOKEN_SALT)

    def clean_name(self) -> str:
        """One line without control characters or characters that nobody sees."""
        raw: str = self.cleaned_data["name"]
        if any(unicodedata.category(character) == "Cc" for character in raw):
            raise ValidationError(_("A name is one line of plain text."))
        name = rendering.clean_name(raw)
        if len(name) > conf.MAX_NAME_CHARACTERS:  # normalising may make it longer
            raise ValidationError(_("Please write a shorter name."))
        if not name:
            raise ValidationError(_("Please write a name that others can read."))
        return name

    def clean_website(self) -> str:
        """A web address without a user name in it, or nothing."""
        website: str = self.cleaned_data["website"]
        if not website:
            return ""
        if "://" not in website:
            website = f"https://{website}"
        message = _("This is no web address; write it like https://example.org.")
        URLValidator(schemes=["http", "https"], message=message)(website)
        if "@" in urlsplit(website).netloc or len(website) > conf.MAX_WEBSITE_CHARACTERS:
            raise ValidationError(message)
        return website

    def clean_receipt(self) -> str:
        """The secret in the link of an earlier receipt, or nothing."""
        typed: str = self.cleaned_data["receipt"].strip()
        if not typed:
            return ""
        secret = typed.rstrip("/").rpartition("/")[2]
        if receipts.find(secret) is None:
            raise ValidationError(_("This is no link of a receipt. Correct it, or leave it out."))
        return secret

    def clean_parent(self) -> int | None:
        """The number of the comment answered; what is no number becomes one that no comment has."""
        parent = self.cleaned_data["parent"]
        return read_number(parent) or NO_COMMENT if parent else None

    def clean(self) -> dict[str, Any]:  # Any: Django's own shape for cleaned data
        """Whoever wants to be told must say where."""
        cleaned = super().clean() or {}
        if cleaned.get("notify") and "email" in cleaned and not cleaned["email"]:
            self.add_error("email", _("Where shall we write to? Or choose to be told of nothing."))
        return cleaned

    def clean_token(self) -> dict[str, Any]:  # Any: JSON as signed by `fresh_token`
        """The token's content; raises when it is not ours, not this page's, or too old."""
        try:
            content = signing.loads(
                self.cleaned_data["token"], salt=TOKEN_SALT, max_age=conf.FORM_MAX_AGE_SECONDS
            )
        except signing.BadSignature as error:
            raise ValidationError(self._send_again()) from error
        is_ours = content["page"] == self.page_id and content["opened"] <= self.now.timestamp()
        if not is_ours:
            raise ValidationError(self._send_again())
        return dict(content)

    def _send_again(self) -> str:
        return str(_("This form was open for too long. Your text is still here: send it again."))

    def renew_token(self) -> None:
        """Let what could not be taken be sent again, as another form begun when this one was."""
        begun = self.cleaned_data.get("token") or {}
        self.retype(token=self.fresh_token(begun.get("opened")))

    @property
    def answers(self) -> str:
        """The number of the comment that it answers, as it was sent or asked for; "" for none."""
        return str((self.data if self.is_bound else self.initial).get("parent", ""))

    def answer_nobody(self) -> None:
        """Make it a comment of its own, because what it answers is not there."""
        if self.is_bound:
            self.retype(parent="")
        else:
            self.initial["parent"] = ""

    @property
    def has_more(self) -> bool:
        """Whether there is something in the fields that most readers leave alone, or wrong."""
        shown = [self[name] for name in NOT_ASKED_OF_ALL if name in self.fields]
        return any(field.value() or field.errors for field in shown)

    @property
    def texts(self) -> dict[str, str]:
        """What others would read, by the field in which it was typed."""
        return {name: self.cleaned_data[name] for name in ("body", "name", "website")}

    def to_submission(self, sender: Sender) -> Submission:
        """The cleaned form as the value that travels on; call it only on a valid form."""
        data = self.cleaned_data
        return Submission(
            page_id=self.page_id,
            parent_id=data["parent"],
            author_name=data["name"],
            author_website=data["website"],
            author_email=data.get("email", ""),
            body=data["body"],
            key=data["token"]["key"],
            opened_at=datetime.fromtimestamp(data["token"]["opened"], UTC),
            sent_at=self.now,
            is_honeypot_filled=bool(data[HONEYPOT_FIELD]),
            sender=sender,
            earlier_receipt=data["receipt"],
        )
