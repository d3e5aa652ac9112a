"""Addresses of the queue, below the admin's own."""

from django.urls import URLPattern, path

from comments.moderation_queue import page_deletion, views

app_name = "reader_comments"
urlpatterns: list[URLPattern] = [
    path("", views.queue, name="queue"),
    path("<int:comment_id>/history/", views.history, name="history"),
    path("<int:comment_id>/decide/", views.decide, name="decide"),
    path("undo/<int:event_id>/", views.undo, name="undo"),
    path("pages/<int:page_id>/delete/", page_deletion.delete, name="delete_page"),
]
