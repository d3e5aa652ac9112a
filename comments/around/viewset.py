"""Wagtail's own views of pages, with what is known of comments beside each."""

from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from comments.around.page_editor import CommentedEditView
from comments.around.page_listing import CommentedIndexView

# Wagtail registers its own for all pages, too; the last one that is registered counts.
AFTER_WAGTAIL = 1


class CommentedPageViewSet(PageViewSet):
    """For every type of page that has no views of its own."""

    model = Page
    index_view_class = CommentedIndexView
    edit_view_class = CommentedEditView
