"""The front page, plain pages, pages with a form, and the newsroom's own settings."""

from home.models.forms import FormField, FormKind, FormPage, SentForm, SentVerdict
from home.models.front import HomePage
from home.models.plain import PlainPage
from home.models.settings import NewsroomSettings

__all__ = [
    "FormField",
    "FormKind",
    "FormPage",
    "HomePage",
    "NewsroomSettings",
    "PlainPage",
    "SentForm",
    "SentVerdict",
]
