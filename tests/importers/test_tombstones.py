import pytest

from importers.records import SourceStatus
from importers.tombstones import plain_sentence, removal_told_by

ADMIN, AUTHOR = SourceStatus.REMOVED_BY_ADMIN, SourceStatus.REMOVED_BY_AUTHOR


@pytest.mark.parametrize(
    ("html", "status"),
    [
        ("This comment has been removed by a blog administrator.", ADMIN),
        ("This post has been removed by a blog administrator.", ADMIN),
        ("<span>This comment has been removed by the author.</span><br />", AUTHOR),
        ("Ce commentaire a été supprimé par l\u2019auteur.", AUTHOR),
        ("Ce commentaire a &eacute;t&eacute; supprim&eacute; par l&#39;auteur.", AUTHOR),
        (" Este  comentário foi removido\n pelo autor. ", AUTHOR),
    ],
)
def test_who_removed_a_comment_is_in_the_sentence(html: str, status: SourceStatus) -> None:
    assert removal_told_by(html) == status


@pytest.mark.parametrize(
    "html",
    ["", "Well said.", "I wrote: This comment has been removed by the author.", "removed"],
)
def test_other_words_tell_nothing(html: str) -> None:
    assert removal_told_by(html) is None


def test_a_sentence_is_compared_without_tags_and_curly_apostrophes() -> None:
    assert plain_sentence("<p>l\u2019a <b>b</b></p>") == "l'a b"
