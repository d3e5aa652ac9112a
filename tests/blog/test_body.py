from uuid import UUID

import pytest

from blog.blocks import BodyBlock
from blog.body import blocks_of, uuid_of

IDENTIFIER = "6d1ed3ae-6d3d-4bd4-9a3f-2f2f5e4c8a10"


def test_blocks_of_a_kind_come_in_the_order_of_the_body():
    raw = [("heading", "A"), ("paragraph", "<p>b</p>"), ("heading", "C")]
    body = BodyBlock().to_python([{"type": kind, "value": value} for kind, value in raw])
    assert [block.value for block in blocks_of(body, "heading")] == ["A", "C"]


def test_a_body_in_the_making_is_read_too():
    body = BodyBlock().normalize([("heading", "A"), ("paragraph", "<p>b</p>")])
    assert [block.value for block in blocks_of(body, "heading")] == ["A"]


@pytest.mark.parametrize(
    ("given", "read"), [(IDENTIFIER, UUID(IDENTIFIER)), ("3", None), (None, None), ("", None)]
)
def test_an_identifier_is_read_or_there_is_none(given, read):
    assert uuid_of(given) == read
