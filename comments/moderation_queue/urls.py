"""Addresses of the queue, below the admin's own."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter

from comments.moderation_queue import answer, block_list, bulk, page_deletion, raid_switch, views

LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


class RowNumber(IntConverter):
    """The number of a row. A larger one than any row can have is no address: 404."""

    def to_python(self, value: str) -> int:
        """The number; `ValueError`, which Django takes for "no match", when it is too large."""
        if (number := super().to_python(value)) > LARGEST_NUMBER:
            raise ValueError(value)
        return number


register_converter(RowNumber, "row")

app_name = "reader_comments"
urlpatterns: list[URLPattern] = [
    path("", views.queue, name="queue"),
    path("<row:comment_id>/history/", views.history, name="history"),
    path("<row:comment_id>/decide/", views.decide, name="decide"),
    path("<row:comment_id>/answer/", answer.answer, name="answer"),
    path("undo/<row:event_id>/", views.undo, name="undo"),
    path("alike/decide/", bulk.decide_alike, name="decide_alike"),
    path("alike/<uuid:batch>/undo/", bulk.undo_alike, name="undo_alike"),
    path("blocks/", block_list.list_blocks, name="blocks"),
    path("blocks/new/", block_list.add_block, name="add_block"),
    path("blocks/<row:block_id>/remove/", block_list.remove_block, name="remove_block"),
    path("raid/<row:page_id>/", raid_switch.switch, name="raid"),
    path("pages/<row:page_id>/delete/", page_deletion.delete, name="delete_page"),
]
