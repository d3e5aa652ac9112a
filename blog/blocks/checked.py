"""Blocks whose fields are looked at together, once their words are to be published."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

Faults = Mapping[str, str]  # what to say, by the field to say it at


class CheckedBlock(StructBlock):
    """A block with `faults`: what has to be put right before it may be published.

    A draft is saved with all of them. Wagtail says `is_deferred_validation` while it saves one.
    """

    def faults(self, value: StructValue) -> Faults:
        """What is wrong with a value; nothing, if empty."""
        return {}

    def clean(self, value: StructValue) -> StructValue:
        """The value, if each of its fields and all of them together may stand so."""
        cleaned: StructValue = super().clean(value)
        faults = {} if self.is_deferred_validation else self.faults(cleaned)
        if faults:
            raise StructBlockValidationError(
                {name: ValidationError(message) for name, message in faults.items()}
            )
        return cleaned
