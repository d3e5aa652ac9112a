from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from operations.feeds.xml import add, stamp, writable, write


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff"])
def test_what_no_xml_can_hold_is_left_out(sign):
    root = etree.Element("r")
    add(root, "t", f"a{sign}b", {"x": f"c{sign}d"})
    assert etree.tostring(root) == b'<r><t x="cd">ab</t></r>'


def test_everything_else_stays():
    assert writable("a\tb\nñ\u2028🌹") == "a\tb\nñ\u2028🌹"


def test_a_document_says_how_it_is_encoded():
    assert write(etree.Element("r")) == b"<?xml version='1.0' encoding='UTF-8'?>\n<r/>"


def test_a_moment_is_told_to_the_second_with_its_zone():
    moment = datetime(2012, 1, 5, 12, 0, 1, 9, tzinfo=ZoneInfo("America/New_York"))
    assert stamp(moment) == "2012-01-05T12:00:01-05:00"
