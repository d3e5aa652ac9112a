"""Addresses of what readers send; they stand beside the pages, under each language's prefix."""

from django.urls import path

from home.forms.views import send, thanks

app_name = "forms"
urlpatterns = [
    path("forms/<int:page_id>/send/", send, name="send"),
    path("forms/<int:page_id>/thanks/", thanks, name="thanks"),
]
