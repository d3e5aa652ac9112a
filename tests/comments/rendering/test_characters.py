from comments.rendering.characters import tidied_text
from comments.rendering.tokens import characters, start_tag


def test_text_is_cleaned_and_tags_pass():
    tags = [start_tag("p")]

    assert list(tidied_text(tags)) == tags
    assert list(tidied_text([characters("a\u202eb\x00")])) == [characters("ab")]
