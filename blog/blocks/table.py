"""The table, with the caption and the headings that readers who cannot see it need."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from blog.blocks import samples
from blog.blocks.checked import CheckedBlock, Faults


class CellsBlock(TypedTableBlock):
    """Columns of words or numbers, each with its heading."""

    words = blocks.RichTextBlock(label=_("Words"), features=["bold", "italic", "link"])
    number = blocks.CharBlock(label=_("Number"), required=False)


class TableBlock(CheckedBlock):
    """A table with a caption; the first cell of a row may be its heading."""

    table = CellsBlock(label=_("Table"))
    has_row_headings = blocks.BooleanBlock(
        label=_("The first column names its rows"), required=False, default=True
    )

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Words")
        description = _("Rows and columns with headings and a caption.")
        template = "blog/blocks/table.html"

    def faults(self, value: StructValue) -> Faults:
        """A table without columns, without a caption, or with a column that is not named."""
        table = value["table"]
        if not table.columns:
            return {"table": gettext("Add a column.")}
        if not table.caption:
            return {"table": gettext("Give the table a caption that says what it shows.")}
        if not all(column["heading"] for column in table.columns):
            return {"table": gettext("Give each column a heading.")}
        return {}

    def get_preview_value(self) -> StructValue:
        """Three towns and how they voted."""
        return self.to_python(samples.table())
