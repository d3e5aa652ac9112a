"""Where programs that watch ask."""

from django.urls import path

from operations.health import views

urlpatterns = [
    path("healthz", views.alive, name="healthz"),
    path("readyz", views.ready, name="readyz"),
    path("metrics", views.metrics, name="metrics"),
]
