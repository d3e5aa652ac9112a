import pytest
from lxml import etree

from importers.reading import repairs
from importers.reading.repairs import Repairs
from importers.reading.xml_records import XmlRecords
from importers.refusals import ImportRefused


def read(data: bytes, *, size: int = 7) -> tuple[list[str], list[str]]:
    """Texts of all <b> and the repairs, climbing the ladder as staging does."""
    steps = Repairs()
    while True:
        told: list[str] = []
        chunks = [data[start : start + size] for start in range(0, len(data), size)]
        records = XmlRecords(chunks, "b", repairs=steps, report=told.append)
        try:
            return ["".join(element.itertext()) for element in records], told
        except etree.XMLSyntaxError as error:
            steps = steps.next_step(error)


def test_a_sound_file_is_not_touched() -> None:
    assert read(b"<a><b>1</b><b>2</b></a>") == (["1", "2"], [])


@pytest.mark.parametrize(
    "beginning", [b"\n", b"PHP Warning: <br /> line 3\n", b"\xef\xbb\xbf\xef\xbb\xbf", b"`"]
)
def test_what_stands_before_the_beginning_is_dropped(beginning: bytes) -> None:
    texts, told = read(beginning + b"<?xml version='1.0'?><a><b>1</b></a>")
    assert texts == ["1"]
    line = beginning.count(b"\n") + 1
    assert told == [f"dropped {len(beginning)} bytes before the beginning in line {line}"]


def test_what_stands_behind_the_end_is_dropped() -> None:
    assert read(b"<a><b>1</b></a>\n>>> merge") == (["1"], ["dropped 10 bytes after the end"])


def test_control_characters_are_dropped_and_white_space_is_kept() -> None:
    texts, told = read(b"<a><b>\x01x\x0b&#1;&#x1F;\ty&#10;&#38;</b></a>")
    assert texts == ["x\ty\n&"]
    assert told == ["dropped 12 bytes of control characters, first after line 1"]


def test_known_prefixes_are_declared_where_they_are_missing() -> None:
    assert read(b"<a><b>1<gd:x/><thr:y/></b></a>") == (["1"], ["undeclared prefixes gd,thr"])


def test_an_unknown_prefix_cannot_be_repaired() -> None:
    with pytest.raises(ImportRefused, match="acme"):
        read(b"<a><b><acme:x/></b></a>")


def test_what_is_not_utf8_is_read_as_windows_1252() -> None:
    texts, told = read("<a><b>été “oui”</b></a>".encode("windows-1252"))
    assert texts == ["été “oui”"]
    assert told == ["read as windows-1252, for it is not UTF-8"]


def test_a_file_that_ends_too_early_is_refused() -> None:
    with pytest.raises(ImportRefused, match="cannot be repaired"):
        read(b"<a><b>1</b><b>2")


def test_a_doctype_behind_dropped_words_is_still_refused() -> None:
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        read(b"words <br/> <?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a><b>&x;</b></a>")


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_filters_do_not_depend_on_how_the_bytes_are_cut(size: int) -> None:
    data = b"x\n<a><b>\x02&#x2;t&#65;</b></a> tail"
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    told: list[str] = []
    steps = Repairs(trims_ends=True, drops_controls=True, prefixes=("gd",))
    mended = b"".join(steps.apply(chunks, report=told.append))
    declared = repairs.KNOWN_PREFIXES["gd"].encode()
    assert mended == b'<a xmlns:gd="' + declared + b'"><b>t&#65;</b></a>'
