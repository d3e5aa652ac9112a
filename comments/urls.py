"""Addresses of the reader's side."""

from django.urls import path

from comments import views

app_name = "comments"
urlpatterns = [
    path("<int:page_id>/form/", views.show_form, name="form"),
    path("<int:page_id>/submit/", views.submit, name="submit"),
    path("receipt/<str:secret>/", views.receipt, name="receipt"),
]
