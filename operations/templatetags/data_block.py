"""The tag by which a template puts data into a page."""

from django import template
from django.template import Context
from django.template.base import FilterExpression, Parser, Token

from operations.data_block import written

register = template.Library()


class DataBlockNode(template.Node):
    """What a node renders is HTML already: so nothing has to be called safe."""

    def __init__(self, data: FilterExpression) -> None:
        self.data = data

    def render(self, context: Context) -> str:
        """The block; nothing where there is no data."""
        data = self.data.resolve(context)
        return f'<script type="application/ld+json">{written(data)}</script>' if data else ""


@register.tag
def data_block(parser: Parser, token: Token) -> DataBlockNode:
    """`{% data_block data %}`: the data as JSON-LD, for whoever reads the page by program."""
    _name, expression = token.split_contents()
    return DataBlockNode(parser.compile_filter(expression))
