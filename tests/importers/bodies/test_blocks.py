from importers.bodies.blocks import Block, BlockList

PICTURE = {"image": {"image": 7}, "caption": ""}


def test_rich_text_runs_together_until_another_block_comes() -> None:
    blocks = BlockList()
    for html in ("<p>a</p>", "", "<p>b</p>"):
        blocks.add_rich_text(html)
    blocks.add("heading", "H")
    blocks.add_rich_text("<p>c</p>")
    assert blocks.finished() == [
        Block("paragraph", "<p>a</p><p>b</p>"),
        Block("heading", "H"),
        Block("paragraph", "<p>c</p>"),
    ]


def test_a_caption_goes_to_the_image_before_it() -> None:
    blocks = BlockList()
    blocks.add("image", PICTURE)
    assert blocks.add_caption("Noon")
    assert blocks.finished() == [Block("image", {**PICTURE, "caption": "Noon"})]


def test_words_behind_anything_else_are_no_caption() -> None:
    blocks = BlockList()
    assert not blocks.add_caption("Noon")
    blocks.add("missing_image", {"source_url": "http://x.example/a.jpg"})
    assert not blocks.add_caption("Noon")
    blocks.add("image", PICTURE)
    blocks.add_rich_text("<p>between</p>")
    assert not blocks.add_caption("Noon")


def test_an_address_that_is_linked_is_escaped() -> None:
    blocks = BlockList()
    blocks.add_link('http://x.example/?a=1&b="2"')
    assert blocks.finished()[0].value == (
        '<p><a href="http://x.example/?a=1&amp;b=&quot;2&quot;">'
        "http://x.example/?a=1&amp;b=&quot;2&quot;</a></p>"
    )
