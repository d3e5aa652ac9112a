import json

import pytest
from django.template import Context, Template

from operations.data_block import written

HOSTILE = "</script><script>alert(1)</script><!-- & ]]> \u2028 'x' \"y\" \\ {{ z }} ñ"


def render(data):
    return Template("{% load data_block %}{% data_block data %}").render(Context({"data": data}))


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028"])
def test_nothing_in_the_data_can_leave_the_block(sign):
    assert sign not in written({HOSTILE: [HOSTILE]})


def test_a_program_reads_what_was_put_in():
    assert json.loads(written({HOSTILE: [HOSTILE, 1, None]})) == {HOSTILE: [HOSTILE, 1, None]}


def test_a_template_puts_it_into_the_page_as_it_is():
    assert render({"a": '"'}) == '<script type="application/ld+json">{"a":"\\""}</script>'


@pytest.mark.parametrize("nothing", [None, "", {}])
def test_where_there_is_no_data_there_is_no_block(nothing):
    assert render(nothing) == ""
