import pytest
from wagtail.blocks import CharBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.blocks.checked import CheckedBlock


class Pair(CheckedBlock):
    first = CharBlock()
    second = CharBlock(required=False)

    def faults(self, value):
        return {} if value["first"] == value["second"] else {"second": "They differ."}


def test_what_the_fields_say_together_is_looked_at_when_it_is_published():
    block = Pair()
    with pytest.raises(StructBlockValidationError) as raised:
        block.clean(block.normalize({"first": "a", "second": "b"}))
    assert raised.value.block_errors["second"].messages == ["They differ."]


def test_a_draft_is_saved_all_the_same():
    block = Pair()
    assert block.clean_deferred(block.normalize({"first": "", "second": "b"}))["second"] == "b"


def test_a_block_without_faults_stays_as_it_is():
    block = Pair()
    assert block.clean(block.normalize({"first": "a", "second": "a"}))["first"] == "a"


def test_each_field_is_looked_at_before_all_together():
    block = Pair()
    with pytest.raises(StructBlockValidationError) as raised:
        block.clean(block.normalize({"first": "", "second": "b"}))
    assert list(raised.value.block_errors) == ["first"]


def test_a_block_that_says_nothing_of_faults_has_none():
    class Single(CheckedBlock):
        first = CharBlock()

    block = Single()
    assert block.clean(block.normalize({"first": "a"}))["first"] == "a"
