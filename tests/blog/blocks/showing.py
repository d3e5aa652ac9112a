"""Shows blocks as a page does, and asks a block what keeps it from being published, for tests."""

import re
from typing import Any

from django.template import Context, Template
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.blocks import BodyBlock

BODY = BodyBlock()


def body_of(*blocks: tuple[str, Any]) -> StreamValue:
    """A body as the database holds it, of kinds and their raw values."""
    raw = [{"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(blocks)]
    return BODY.to_python(raw)


def shown(*blocks: tuple[str, Any], **context: Any) -> str:
    """The HTML of a body, with its white space folded."""
    template = Template("{% load wagtailcore_tags %}{% include_block body %}")
    return " ".join(template.render(Context({"body": body_of(*blocks)} | context)).split())


def words(html: str) -> str:
    """What is read of it."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def faults(kind: str, value: Any) -> dict[str, str]:
    """What keeps a block from being published, by its field."""
    block = BODY.child_blocks[kind]
    try:
        block.clean(block.to_python(value))
    except StructBlockValidationError as error:
        return {name: _first(each) for name, each in error.block_errors.items()}
    return {}


def _first(error: Any) -> str:
    if isinstance(error, StructBlockValidationError):
        return _first(next(iter(error.block_errors.values())))
    if isinstance(error, ListBlockValidationError):
        inner = list(error.block_errors.values())
        return _first(inner[0]) if inner else str(error.non_block_errors[0])
    return str(error.messages[0])


def saves_as_draft(*blocks: tuple[str, Any]) -> bool:
    """Whether a draft may be saved with these blocks as they are; raises if not."""
    return len(BODY.clean_deferred(body_of(*blocks))) == len(blocks)
