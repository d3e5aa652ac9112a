from importers.bodies.lists import ListTree


def test_items_hold_their_lines_and_their_lists() -> None:
    tree = ListTree("ul")
    tree.open_item()
    tree.add_lines(["a", "b"])
    inner = tree.open_list("ol")
    inner.open_item()
    inner.add_lines(["c"])
    assert tree.write() == "<ul><li>a<br/>b<ol><li>c</li></ol></li></ul>"


def test_text_behind_an_inner_list_becomes_an_item_of_its_own() -> None:
    tree = ListTree("ul")
    tree.add_lines(["a"])
    tree.open_list("ul").add_lines(["b"])
    tree.add_lines(["c"])
    assert tree.write() == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_list_directly_within_an_empty_list_is_that_list() -> None:
    tree = ListTree("ul")
    assert tree.open_list("ul") is tree


def test_empty_items_and_lists_are_left_out() -> None:
    tree = ListTree("ul")
    tree.open_item()
    tree.open_item()
    assert tree.write() == ""


def test_an_item_with_a_list_alone_is_kept() -> None:
    tree = ListTree("ul")
    tree.open_item()
    tree.open_list("ul").add_lines(["a"])
    assert tree.write() == "<ul><li><ul><li>a</li></ul></li></ul>"
