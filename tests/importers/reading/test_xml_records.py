import pytest

from importers.reading import xml_records
from importers.reading.repairs import Repairs
from importers.reading.xml_records import XmlRecords
from importers.refusals import ImportRefused


def records(data: bytes, tag: str = "b") -> XmlRecords:
    return XmlRecords([data], tag, repairs=Repairs(), report=lambda _text: None)


def test_records_are_the_roots_children_of_the_tag() -> None:
    data = b"<a><id>9</id><b>1<b>inner</b></b><c/><b>2</b></a>"
    assert [element.text for element in records(data)] == ["1", "2"]


def test_the_root_keeps_what_is_no_record() -> None:
    read = records(b"<a><id>9</id><b/><b/><title>t</title></a>")
    assert len(list(read)) == 2
    assert read.root is not None
    assert [child.tag for child in read.root] == ["id", "title"]


def test_a_doctype_never_reaches_the_parser() -> None:
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        list(records(b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'x'>]><a><b/></a>"))


def test_a_record_above_the_limit_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_records, "MAX_RECORD_BYTES", 1000)
    with pytest.raises(ImportRefused, match="larger"):
        list(records(b"<a><b>" + b"x" * 1001 + b"</b></a>"))


def test_many_records_below_the_limit_pass_it_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_records, "MAX_RECORD_BYTES", 100_000)
    assert len(list(records(b"<a>" + b"<b>words</b>" * 100_000 + b"</a>"))) == 100_000


def test_what_has_no_element_at_its_beginning_is_refused() -> None:
    with pytest.raises(ImportRefused, match="not XML"):
        list(records(b"words " * 20_000))


def test_a_parsed_record_holds_no_memory_once_the_next_is_read() -> None:
    read = iter(records(b"<a><b>1</b><b>2</b></a>"))
    first = next(read)
    next(read)
    assert first.getparent() is None
