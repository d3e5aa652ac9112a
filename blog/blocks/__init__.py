"""The blocks of a body, one template each under templates/blog/blocks/."""

from blog.blocks.body import BodyBlock
from blog.blocks.text import PARAGRAPH_FEATURES, HeadingBlock, ParagraphBlock

# Migrations name the paragraph and the heading by their place here.
__all__ = ["PARAGRAPH_FEATURES", "BodyBlock", "HeadingBlock", "ParagraphBlock"]
