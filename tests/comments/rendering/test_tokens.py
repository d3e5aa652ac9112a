from comments.rendering import tokens


def test_attribute_survives_writing_and_reading():
    token = tokens.start_tag("a")

    tokens.set_attribute(token, "href", "https://news.example/?a=1&copy=2&lt;")

    assert tokens.attribute(token, "href") == "https://news.example/?a=1&copy=2&lt;"


def test_missing_attribute_is_empty():
    assert tokens.attribute(tokens.start_tag("a"), "href") == ""


def test_text_of_characters_spaces_and_entities_is_what_a_reader_sees():
    parts = [tokens.characters("a"), {"type": "SpaceCharacters", "data": " "}]
    parts += [{"type": "Entity", "name": "amp"}, tokens.end_tag("p"), tokens.line_break()]

    assert "".join(map(tokens.text_of, parts)) == "a &"
