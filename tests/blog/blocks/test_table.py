from tests.blog.blocks.showing import faults, saves_as_draft, shown

CELLS = {
    "caption": "Votes",
    "columns": [{"type": "words", "heading": "Town"}, {"type": "number", "heading": "Votes"}],
    "rows": [{"values": ["<p>Riverside</p>", "7"]}, {"values": ["<p>Hillview</p>", "4"]}],
}


def table(has_row_headings=True, **changes):
    return {"table": CELLS | changes, "has_row_headings": has_row_headings}


def test_columns_and_rows_say_what_they_are_headings_of():
    html = shown(("table", table()))
    assert '<th class="table__head" scope="col">Town</th>' in html
    assert html.count('scope="row"') == 2
    assert '<td class="table__cell table__cell--number">7</td>' in html


def test_a_table_without_row_headings_has_cells_alone():
    html = shown(("table", table(has_row_headings=False)))
    assert 'scope="row"' not in html
    assert html.count("<td") == 4


def test_a_wide_table_is_scrolled_by_keyboard_and_named():
    assert 'role="region" tabindex="0" aria-label="Votes"' in shown(("table", table()))


def test_a_table_is_published_with_a_caption_columns_and_their_headings():
    assert faults("table", table()) == {}
    assert "caption" in faults("table", table(caption=""))["table"]
    assert (
        "heading"
        in faults("table", table(columns=[{"type": "words", "heading": ""}], rows=[]))["table"]
    )
    assert "column" in faults("table", table(columns=[], rows=[]))["table"]


def test_a_draft_is_saved_without_them():
    assert saves_as_draft(("table", table(caption="", columns=[], rows=[])))
