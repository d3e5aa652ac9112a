from pathlib import Path

import pytest
from django.db.models.signals import post_save
from django_tasks.base import Task
from modelsearch.signal_handlers import post_save_signal_handler

from blog.models import PostPage
from importers.applying import writer
from importers.applying.indexing import without_index_tasks
from tests.importers.importing import blogger_export, post, run, write
from tests.pages import Newsroom, make_post


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []

    def enqueue(task: Task, *_args: object, **_options: object) -> None:
        names.append(task.name)

    monkeypatch.setattr(Task, "enqueue", enqueue)
    return names


def test_saving_a_page_queues_no_task_within_and_queues_again_after(
    newsroom: Newsroom, queued: list[str]
) -> None:
    with without_index_tasks(PostPage):
        make_post(newsroom, "One")
    assert queued == []
    make_post(newsroom, "Two")
    assert len(queued) == 2


def test_the_signals_are_back_after_a_failure(newsroom: Newsroom, queued: list[str]) -> None:
    with pytest.raises(RuntimeError), without_index_tasks(PostPage):
        raise RuntimeError
    make_post(newsroom, "One")
    assert len(queued) == 2


def test_what_was_not_connected_is_not_connected_after(newsroom: Newsroom) -> None:
    post_save.disconnect(post_save_signal_handler, sender=PostPage)
    try:
        with without_index_tasks(PostPage):
            pass
        assert not post_save.disconnect(post_save_signal_handler, sender=PostPage)
    finally:
        post_save.connect(post_save_signal_handler, sender=PostPage)


def test_an_import_queues_nothing_for_its_pages_and_they_are_found(
    newsroom: Newsroom, tmp_path: Path, queued: list[str]
) -> None:
    run(write(tmp_path, blogger_export(post(1, "Xylophone"), post(2, "", "<p>zither</p>"))))
    assert len(queued) <= 1  # the author, a snippet
    assert PostPage.objects.search("xylophone").count() == 1
    assert PostPage.objects.search("zither").count() == 1


def test_long_posts_are_indexed_before_their_batch_is_through(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(writer, "INDEXED_CHARACTERS", 100)
    monkeypatch.setattr(writer, "index_pages", lambda pages: sizes.append(len(pages)))
    long = [post(number, "", "x" * 60) for number in range(1, 6)]
    run(write(tmp_path, blogger_export(*long)))
    assert [size for size in sizes if size] == [2, 2, 1]
