"""Addresses of the patterns, below /patterns/."""

from django.urls import path

from home.patterns.views import alone, everything

urlpatterns = [
    path("", everything, name="patterns"),
    path("<slug:slug>/", alone, name="pattern"),
]
