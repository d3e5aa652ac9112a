"""Forms whose effect is shown before anything is changed, and changed only as it was shown."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.datastructures import MultiValueDict

SALT = "comments.spam_report.tried"


class TrialForm(forms.Form):
    """`tried` proves with which values the dry run was made."""

    tried = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
        **fields: Any,  # Django's own
    ) -> None:
        super().__init__(data, files, label_suffix="", **fields)

    def values(self) -> str:
        """What is to be changed, in one text. Raises `NotImplementedError`: each form says."""
        raise NotImplementedError

    @property
    def was_tried(self) -> bool:
        """Whether the administrator has seen what these very values would do."""
        return constant_time_compare(self.cleaned_data["tried"], self.proof)

    @property
    def proof(self) -> str:
        """What the form says once its values were tried."""
        named = f"{type(self).__name__} {self.values()}"
        return salted_hmac(SALT, named, algorithm="sha256").hexdigest()

    def note_trial(self) -> None:
        """Have the form say, when it is shown again, that its values were tried."""
        self.show_again(tried=self.proof)

    def show_again(self, **changed: str) -> None:
        """Have the form show these values, and everything else as it was sent."""
        shown: MultiValueDict[str, Any] = MultiValueDict()
        shown.update(self.data)  # with every value of what was ticked
        for name, value in changed.items():
            shown[name] = value
        self.data = shown
