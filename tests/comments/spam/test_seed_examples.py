"""Our own examples that the seed is trained with: invented, and nobody's."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from comments.spam.reading import MAX_CHARACTERS, read
from comments.spam.seed import EXAMPLES, FOLDER

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / EXAMPLES).read_text("utf-8").splitlines()
]
TEXTS = [row["text"] for row in ROWS]
# Names that nobody can own (RFC 2606), and numbers that nobody has (555-0100 to 555-0199).
RESERVED = re.compile(r"(?:\.example|\.test|example\.(?:com|net|org))$")
HOST = re.compile(r"(?:https?://|hxxps?://|www\.|@(?=[\w-]+\.))([^\s/<>\"'\])]+)", re.IGNORECASE)
PHONE = re.compile(r"(?<!\d)\d{3}[ -]\d{4}(?!\d)")
INVENTED_PHONE = re.compile(r"555[ -]01\d\d")


def hosts_in(text: str) -> list[str]:
    plain = text.replace("[.]", ".")
    return [host.strip(".,;:!?>") for host in [*HOST.findall(plain), *read(plain).hosts]]


def test_each_example_has_a_text_a_label_and_a_language() -> None:
    assert {tuple(row) for row in ROWS} == {("text", "label", "lang")}
    assert {(row["label"], row["lang"]) for row in ROWS} == {
        (label, lang) for label in (0, 1) for lang in ("en", "es")
    }


def test_there_are_enough_of_each_kind_to_learn_from() -> None:
    assert min(Counter((row["label"], row["lang"]) for row in ROWS).values()) >= 100


def test_no_example_is_there_twice() -> None:
    assert len({text.casefold() for text in TEXTS}) == len(TEXTS)


def test_examples_are_comments() -> None:
    assert all(0 < len(text) <= MAX_CHARACTERS and text == text.strip() for text in TEXTS)


@pytest.mark.parametrize("text", [text for text in TEXTS if hosts_in(text)])
def test_hosts_belong_to_nobody(text: str) -> None:
    assert [host for host in hosts_in(text) if not RESERVED.search(host)] == []


@pytest.mark.parametrize("text", [text for text in TEXTS if PHONE.search(text)])
def test_telephone_numbers_belong_to_nobody(text: str) -> None:
    assert [phone for phone in PHONE.findall(text) if not INVENTED_PHONE.fullmatch(phone)] == []
