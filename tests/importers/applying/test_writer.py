from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogIndexPage, PostPage
from importers.applying.writer import Writer
from importers.destination import find_destination
from importers.ledger import Ledger
from importers.models import ImportRecord, ImportRun
from importers.store import Row
from tests.importers.importing import NOW, blogger_export, comment, post, run, write
from tests.pages import Newsroom

# Measured November 2026; a page costs two saves, its revision-free publication, both indexes, and
# the rows of its events, actions, words and month.
QUERIES_PER_POST = 66
QUERIES_PER_COMMENT = 20


@pytest.fixture
def writer(newsroom: Newsroom) -> Writer:
    return Writer(find_destination(""), Ledger("1", ImportRun.objects.create(started_at=NOW)))


def row(number: int) -> Row:
    return Row(
        number, "post", str(number), "", "", "", "", number, "", "", f"p{number}", None, None
    )


def fail_after_placing(writer: Writer) -> None:
    writer.place(row(1), "One")
    raise RuntimeError


def test_a_row_and_its_record_are_written_together_or_not_at_all(writer: Writer) -> None:
    with pytest.raises(RuntimeError), writer.batch():
        fail_after_placing(writer)
    assert not PostPage.objects.exists()
    assert not ImportRecord.objects.exists()


def test_a_record_that_fails_leaves_the_tree_in_order(writer: Writer) -> None:
    with writer.batch():
        with pytest.raises(RuntimeError), writer.record():
            fail_after_placing(writer)
        with writer.record():
            writer.place(row(2), "Two")
    assert [page.title for page in PostPage.objects.all()] == ["Two"]
    assert BlogIndexPage.objects.get().numchild == 1
    assert writer.destination.index.numchild == 1


def queries_of(path: Path) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        run(path)
    return len(captured)


def test_the_cost_of_a_post_and_of_a_comment_does_not_grow(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    few = queries_of(write(tmp_path, blogger_export(post(1), post(2))))
    more = [post(number) for number in range(10, 20)]
    many = queries_of(write(tmp_path, blogger_export(*more)))
    assert (many - few) / 8 <= QUERIES_PER_POST
    comments = [comment(number, on=1) for number in range(100, 110)]
    assert queries_of(write(tmp_path, blogger_export(post(1), *comments))) <= (
        few + 10 * QUERIES_PER_COMMENT
    )
