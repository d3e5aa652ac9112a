import pytest

from importers.reading.prolog import root_offset
from importers.refusals import ImportRefused


def test_the_root_element_is_found_behind_declaration_instructions_and_comments() -> None:
    head = b"\xef\xbb\xbf<?xml version='1.0'?>\n<?style a='<b>'?><!-- <!DOCTYPE x> --> <feed>"
    assert head[root_offset(head) :] == b"<feed>"


@pytest.mark.parametrize("head", [b"", b"words", b"<", b"<?xml ", b"<!-- unfinished", b"<!-"])
def test_a_beginning_without_a_root_element_is_not_taken_for_one(head: bytes) -> None:
    assert root_offset(head) == -1


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE feed><feed/>",
        b"<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a 'b'>]><feed/>",
        b"<!-- c --><!doctype feed SYSTEM 'http://elsewhere.example/x.dtd'><feed/>",
        b"<!ENTITY a 'b'><feed/>",
    ],
)
def test_a_doctype_is_refused(head: bytes) -> None:
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        root_offset(head)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_two_byte_encodings_that_could_hide_a_doctype_are_refused(encoding: str) -> None:
    with pytest.raises(ImportRefused, match="UTF-8"):
        root_offset("<?xml version='1.0'?><!DOCTYPE a><a/>".encode(encoding))


def test_a_declared_encoding_that_could_hide_a_doctype_is_refused() -> None:
    with pytest.raises(ImportRefused, match="UTF-7"):
        root_offset(b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>")


@pytest.mark.parametrize("encoding", [b"UTF-8", b"iso-8859-15", b"windows-1252", b"us-ascii"])
def test_encodings_that_read_as_ascii_pass(encoding: bytes) -> None:
    assert root_offset(b"<?xml version='1.0' encoding='" + encoding + b"'?><a/>") > 0
