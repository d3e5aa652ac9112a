from threading import Event, Thread

import pytest
from wagtail.blocks.stream_block import StreamBlockValidationError

from blog.blocks import BodyBlock
from tests.blog.blocks.showing import BODY, body_of, shown

NAMELESS = ("facts", {"title": "", "text": "<p>Known.</p>"})


def test_a_draft_that_is_saved_makes_nobody_elses_publishing_lenient(monkeypatch):
    """The editors of a newsroom share one process and its blocks."""
    is_saving, may_go_on = Event(), Event()
    facts = BODY.child_blocks["facts"]
    clean = facts.clean

    def slow_clean(value):
        if facts.is_deferred_validation:
            is_saving.set()
            may_go_on.wait(0.5)
        return clean(value)

    monkeypatch.setattr(facts, "clean", slow_clean)
    draft = Thread(target=BODY.clean_deferred, args=[body_of(NAMELESS)])
    draft.start()
    is_saving.wait(5)
    with pytest.raises(StreamBlockValidationError):
        BodyBlock().clean(body_of(NAMELESS))
    may_go_on.set()
    draft.join()


def test_a_body_that_is_saved_as_a_draft_is_looked_at_again_when_it_is_published():
    assert len(BODY.clean_deferred(body_of(NAMELESS))) == 1
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(body_of(NAMELESS))


def test_each_body_has_its_own_anchors():
    assert shown(("heading", "A")) == shown(("heading", "A"))


def test_a_kind_that_there_is_no_more_is_left_out():
    assert len(body_of(("poll", {}), ("heading", "A"))) == 1
