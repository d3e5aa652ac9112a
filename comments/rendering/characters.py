"""The filter for text: entities can spell what the clean-up of the source took out."""

from collections.abc import Iterable, Iterator

from comments.rendering.cleanup import tidy_characters, without_controls
from comments.rendering.tokens import Token


def tidied_text(source: Iterable[Token]) -> Iterator[Token]:
    """The same tokens with their text cleaned like a source, `&#x202e;` and all."""
    for token in source:
        if token["type"] == "Characters":
            token["data"] = tidy_characters(without_controls(token["data"]))
        yield token
