"""Addresses of what readers send; they stand beside the pages, under each language's prefix."""

from django.urls import re_path

from home.forms.views import send, thanks

# As many digits as a number of the database can have.
NUMBER = r"(?P<page_id>[1-9][0-9]{0,17})"

app_name = "forms"
urlpatterns = [
    re_path(rf"^forms/{NUMBER}/send/$", send, name="send"),
    re_path(rf"^forms/{NUMBER}/thanks/$", thanks, name="thanks"),
]
