"""Keeping Wagtail's search and reference indexes while importing, a batch at a time.

Wagtail queues two tasks for every page that is saved, and its search index reads its whole table
for every row that is added. An import of thousands does the work itself, in the transaction of
each batch, so that what is written is found and what is not is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def without_index_tasks(*models: type[Model]) -> Iterator[None]:
    """Queue no tasks for saved rows of these models.

    In the whole process, so in the command's own and not in one that serves.
    """
    connected = [
        model for model in models if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in connected:
            post_save.connect(post_save_signal_handler, sender=model)


def index_pages(pages: Iterable[Page]) -> None:
    """Bring both indexes up to date with these pages."""
    by_model = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
        ReferenceIndex.create_or_update_for_object(page)
    for backend in get_search_backends(with_auto_update=True):
        for model, alike in by_model.items():
            backend.add_bulk(model, alike)
