import pytest

from importers.formats import FORMATS, choose
from importers.refusals import ImportRefused

HEAD = b"<feed><generator>Blogger</generator>"


@pytest.mark.parametrize("name", ["auto", "blogger"])
def test_a_format_is_chosen_by_the_files_own_words(name: str) -> None:
    assert choose(name, HEAD) is FORMATS[0]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"<rss>", "Readable: Blogger"),
        (b"words", "Readable: Blogger"),
        (b"<html b:version='2'><b:skin>", "theme"),
    ],
)
def test_what_no_format_recognises_is_refused_in_plain_words(head: bytes, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        choose("auto", head)


def test_a_format_that_is_named_must_fit_the_file() -> None:
    with pytest.raises(ImportRefused):
        choose("blogger", b"<rss>")


def test_no_two_formats_share_a_name() -> None:
    names = [known.name for known in FORMATS]
    assert len(set(names)) == len(names)
