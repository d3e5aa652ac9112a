from importers.applying.words import raw_blocks
from importers.bodies.blocks import Block

BLOCKS = [Block("heading", "a"), Block("heading", "a")]


def test_blocks_have_the_same_numbers_in_every_run_and_never_twice() -> None:
    once, again = raw_blocks(BLOCKS, of="1 post 101"), raw_blocks(BLOCKS, of="1 post 101")
    other = raw_blocks(BLOCKS, of="1 post 102")
    assert once == again
    assert len({block["id"] for block in [*once, *other]}) == 4
